package galley.kit.problem;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a request's body may be. */
@ApplicationScoped
class BodySizes {
    private final Optional<Long> platforms;
    private final Optional<Long> usual;
    private final Optional<String> largeBodies;

    BodySizes(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> max,
            BodyConfig config) {
        this.platforms = max.map(MemorySize::asLongValue);
        this.usual = config.maxBody().map(MemorySize::asLongValue).or(() -> platforms);
        this.largeBodies = config.largeBodies();
    }

    /** In bytes; empty where there is no limit. */
    Optional<Long> limit(RoutingContext request) {
        boolean large = largeBodies.filter(request.normalizedPath()::equals).isPresent();
        return large ? platforms : usual;
    }
}
