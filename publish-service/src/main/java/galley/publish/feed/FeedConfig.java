package galley.publish.feed;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What feeds carry. */
@ConfigMapping(prefix = "galley.feeds")
interface FeedConfig {
    /** How many of the newest articles. */
    @WithDefault("50")
    @Min(1) @Max(1000) int size();

    /** How much of each. */
    @WithDefault("full")
    Extent content();
}
