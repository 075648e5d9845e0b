package galley.publish.outbound;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How far the service goes for a stranger's server ({@code galley.fetch.*}, as elsewhere). */
@ConfigMapping(prefix = "galley.fetch")
interface FetchConfig {

    /** Whether subscribers may have loopback and private addresses. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** How long a connection may take to be made. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** How long a server may stay silent. */
    @WithDefault("20s")
    Duration responseTimeout();

    /** How long a fetch may take in all. */
    @WithDefault("30s")
    Duration deadline();

    /** What the service calls itself to other servers. */
    @WithDefault("Galley/${quarkus.application.version}")
    String userAgent();
}
