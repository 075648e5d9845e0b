package galley.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An event that a consumer group could not handle, without its value.
 *
 * @param key the record's key, or null
 * @param headers as they came, as text; the last of those with the same name
 * @param traceId of the request that the event began with, or of what sent it; null where neither
 *     is known
 * @param reason why it failed, the latest time
 * @param exception the class of what was thrown then
 * @param failedAt when it failed first
 * @param tries how often it was retried in vain
 * @param decidedBy who retried or discarded it; null while it waits, as the next two
 * @param note why; null for one that was retried
 */
public record DeadLetter(
        UUID id,
        String group,
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        String traceId,
        String reason,
        String exception,
        Instant failedAt,
        int tries,
        State state,
        String decidedBy,
        Instant decidedAt,
        String note) {

    /** What became of a letter. */
    public enum State {
        /** Nobody has decided. */
        WAITING,
        /** It was handled after all. */
        RETRIED,
        /** It will never be handled. */
        DISCARDED
    }

    /** Copies the headers. */
    public DeadLetter {
        headers = Map.copyOf(headers);
    }
}
