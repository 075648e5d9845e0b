package galley.publish.hub;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How subscribers of feeds are served ({@code galley.hub.*}). */
@ConfigMapping(prefix = "galley.hub")
interface HubConfig {

    /**
     * How many are sent something at a time by this process; half as many of those that are slow.
     */
    @WithDefault("32")
    @Min(2) int maxDeliveries();

    /** How long a feed may go on changing before it is sent. */
    @WithDefault("1s")
    Duration settle();

    /** How long to wait after a first failure; twice as long after each further one. */
    @WithDefault("5s")
    Duration retryPause();

    /** How long to wait at most. */
    @WithDefault("1h")
    Duration longestPause();

    /** After how long a delivery is taken for dead. Longer than one can take. */
    @WithDefault("2m")
    Duration lease();
}
