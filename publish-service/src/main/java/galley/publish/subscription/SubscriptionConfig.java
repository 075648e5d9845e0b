package galley.publish.subscription;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How subscribers are sent what is published ({@code galley.subscriptions.*}). */
@ConfigMapping(prefix = "galley.subscriptions")
public interface SubscriptionConfig {

    /** Whether this process sends. */
    @WithDefault("true")
    boolean enabled();

    /** How many events may be under way at a time in this process. */
    @WithDefault("128")
    int maxSends();

    /** How many may be under way to one subscriber, all processes together. */
    @WithDefault("4")
    int maxSendsEach();

    /** How long to wait after a first failure; twice as long after each further one. */
    @WithDefault("5s")
    Duration retryPause();

    /** How long to wait at most. */
    @WithDefault("3h")
    Duration longestPause();

    /** How long an event is tried; and how long a subscriber may take nothing. */
    @WithDefault("3d")
    Duration giveUp();

    /** After how long an attempt is taken for dead. Longer than one can take. */
    @WithDefault("1m")
    Duration lease();

    /** How long the secret before signs beside a new one. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How long the log of deliveries goes back; the latest of each article stays. */
    @WithDefault("30d")
    Duration retention();
}
