package galley.editorial.check.link;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the links of articles are checked ({@code galley.links.*}). */
@ConfigMapping(prefix = "galley.links")
interface LinkConfig {

    /** Whether this process checks links. */
    @WithDefault("true")
    boolean enabled();

    /** How many fetches may be under way in this process. */
    @WithDefault("4")
    int maxFetches();

    /** How long one server is left alone between two fetches, whatever the number of its links. */
    @WithDefault("1s")
    Duration serverPause();

    /** How long to wait after a failure before the next try. */
    @WithDefault("10m")
    Duration retryPause();

    /** After how long a link of an unreleased article is checked again. */
    @WithDefault("1d")
    Duration recheck();

    /** After how long a fetch is taken for dead. Longer than one can take. */
    @WithDefault("2m")
    Duration lease();
}
