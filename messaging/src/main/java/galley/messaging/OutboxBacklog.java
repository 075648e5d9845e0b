package galley.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What waits in the outbox.
 *
 * @param unsent events per lane; a lane without any is left out
 * @param parked how many of them the broker refused
 * @param oldest when the oldest was written, or null
 */
record OutboxBacklog(Map<Lane, Long> unsent, long parked, Instant oldest) {
    static final OutboxBacklog NONE = new OutboxBacklog(Map.of(), 0, null);

    /** All events that wait. */
    long total() {
        return unsent.values().stream().mapToLong(Long::longValue).sum();
    }

    Duration age(Instant now) {
        return oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    }
}
