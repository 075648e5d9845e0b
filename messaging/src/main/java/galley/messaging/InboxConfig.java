package galley.messaging;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the inbox ({@code galley.inbox.*}). */
@ConfigMapping(prefix = "galley.inbox")
public interface InboxConfig {

    /** How often an event is tried that fails by itself, before it becomes a dead letter. */
    @WithDefault("4")
    int tries();

    /** The pause before the second try; doubles with each. */
    @WithDefault("100ms")
    Duration minPause();

    /** The longest pause between two tries. */
    @WithDefault("5s")
    Duration maxPause();

    /** How long a transaction may take. */
    @WithDefault("60s")
    Duration transactionTimeout();

    /** How long an event is remembered, so that it is not applied again. */
    @WithDefault("30d")
    Duration retention();
}
