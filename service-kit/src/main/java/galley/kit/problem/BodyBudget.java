package galley.kit.problem;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;

import io.quarkus.runtime.configuration.MemorySize;
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

    /** Where the platform looks how large a body of unknown length may become. */
    private static final String MAX_REQUEST_SIZE = "io.quarkus.max-request-size";

    private final BodySizes sizes;
    private final int largest;
    private final Semaphore room;

    BodyBudget(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> max,
            BodyConfig config,
            BodySizes sizes) {
        this.sizes = sizes;
        long heap = Runtime.getRuntime().maxMemory();
        long bytes = config.maxBodies().map(MemorySize::asLongValue).orElse(heap / SHARE_OF_HEAP);
        this.largest = kib(max.map(MemorySize::asLongValue).orElse(bytes));
        this.room = new Semaphore(Math.max(kib(bytes), largest));
    }

    @ServerRequestFilter
    void admit(RoutingContext context) {
        sizes.limit(context).ifPresent(limit -> context.put(MAX_REQUEST_SIZE, limit));
        int share = share(context);
        if (share == 0) {
            return;
        }
        if (!room.tryAcquire(share)) {
            throw new ServiceUnavailableException(RETRY_AFTER_SECONDS);
        }
        context.addEndHandler(_ -> room.release(share));
    }

    /** In KiB: what is announced, or the most that may come. */
    private int share(RoutingContext context) {
        var request = context.request();
        int most = sizes.limit(context).map(BodyBudget::kib).orElse(largest);
        if (request.getHeader("Transfer-Encoding") != null) {
            return most;
        }
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Math.min(kib(Long.parseLong(length)), most);
        } catch (NumberFormatException _) {
            return most;
        }
    }

    private static int kib(long bytes) {
        return Math.clamp(Math.ceilDiv(bytes, KIB), 0, Integer.MAX_VALUE);
    }
}
