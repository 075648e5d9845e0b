package galley.kit.problem;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Bounds what the bodies of all requests take of memory at the same time: where there is no room
 * for one more, its sender is answered 503 with {@code Retry-After}, before it is read. The room is
 * {@link BodyConfig#maxBodies}.
 *
 * <p>Filters are made before there are settings of the running service; a bean of this scope is
 * made at the first request.
 */
@ApplicationScoped
final class BodyBudget {
    private static final long RETRY_AFTER_SECONDS = 1;
    private static final int SHARE_OF_HEAP = 8;
    private static final int KIB = 1024;

    private final int largest;
    private final Semaphore room;

    BodyBudget(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> max,
            BodyConfig config) {
        long heap = Runtime.getRuntime().maxMemory();
        long bytes = config.maxBodies().map(MemorySize::asLongValue).orElse(heap / SHARE_OF_HEAP);
        this.largest = kib(max.map(MemorySize::asLongValue).orElse(bytes));
        this.room = new Semaphore(Math.max(kib(bytes), largest));
    }

    @ServerRequestFilter
    void admit(RoutingContext context) {
        int share = share(context.request());
        if (share == 0) {
            return;
        }
        if (!room.tryAcquire(share)) {
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS);
        }
        context.addEndHandler(_ -> room.release(share));
    }

    /** In KiB: what is announced, or the most that may come. */
    private int share(HttpServerRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return largest;
        }
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Math.min(kib(Long.parseLong(length)), largest);
        } catch (NumberFormatException _) {
            return largest;
        }
    }

    private static int kib(long bytes) {
        return Math.clamp(Math.ceilDiv(bytes, KIB), 0, Integer.MAX_VALUE);
    }
}
