package galley.ingest.run;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sources are fetched ({@code galley.fetch.*}). */
@ConfigMapping(prefix = "galley.fetch")
public interface FetchConfig {

    /** Whether sources may have loopback and private addresses. */
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

    /** How large a document may be, decompressed. */
    @WithDefault("16M")
    MemorySize maxSize();

    /** What the service calls itself to other servers. */
    @WithDefault("Galley/${quarkus.application.version}")
    String userAgent();

    /** Whether this process polls. */
    @WithDefault("true")
    boolean pollingEnabled();

    /** How many polls may be under way in this process. */
    @WithDefault("8")
    int maxPolls();

    /** How long one server is left alone between two polls, whatever the number of its feeds. */
    @WithDefault("1s")
    Duration serverPause();

    /**
     * After how long a run is taken for dead and its source fetched again. Longer than a fetch and
     * the storing of what it brings can take.
     */
    @WithDefault("2m")
    Duration lease();

    /** How long runs that are over stay in a source's list. */
    @WithDefault("90d")
    Duration runRetention();
}
