package galley.editorial.webhook;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are told ({@code galley.webhooks.*}). */
@ConfigMapping(prefix = "galley.webhooks")
interface WebhookConfig {

    /** How many may be told at a time by this process. */
    @WithDefault("32")
    int maxSends();

    /** How long to wait after a first failure; twice as long after each further one. */
    @WithDefault("5s")
    Duration retryPause();

    /** How long to wait at most. */
    @WithDefault("1h")
    Duration longestPause();

    /** How long something is tried, and for how long an address may not be found. */
    @WithDefault("1d")
    Duration giveUp();

    /** After how long a send is taken for dead. Longer than one can take. */
    @WithDefault("2m")
    Duration lease();
}
