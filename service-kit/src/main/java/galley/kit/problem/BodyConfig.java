package galley.kit.problem;

import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** What the bodies of requests may cost. */
@ConfigMapping(prefix = "galley.http")
interface BodyConfig {
    /**
     * How much the bodies of all requests may take of memory at the same time; an eighth of the
     * heap where it is not set.
     */
    Optional<MemorySize> maxBodies();

    /**
     * How large one body may be, except at {@link #largeBodies}; the platform's own limit, {@code
     * quarkus.http.limits.max-body-size}, where it is not set.
     */
    Optional<MemorySize> maxBody();

    /** The path at which a body may be as large as the platform lets it. */
    Optional<String> largeBodies();
}
