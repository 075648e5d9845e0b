package galley.ingest.bulk;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of bulk imports ({@code galley.imports.*}). */
@ConfigMapping(prefix = "galley.imports")
public interface ImportConfig {

    /** Whether this process works on imports; every process accepts them. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many articles imports bring in a second at most, all replicas together. It leaves whoever
     * reads them room for what is live.
     */
    @WithDefault("150")
    int articlesPerSecond();

    /** How long a file may wait to be whole before it is given up. */
    @WithDefault("7d")
    Duration uploadRetention();
}
