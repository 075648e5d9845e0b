package galley.publish.rebuild;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of rebuilds ({@code galley.rebuild.*}). */
@ConfigMapping(prefix = "galley.rebuild")
public interface RebuildConfig {

    /** Whether this process works on rebuilds; every process accepts them. */
    @WithDefault("true")
    boolean enabled();

    /**
     * How many events a rebuild reads in a second at most. It leaves the database room for what is
     * live.
     */
    @WithDefault("1000")
    int eventsPerSecond();

    /** After what time without a sign of life another process takes a rebuild over. */
    @WithDefault("30s")
    Duration lease();
}
