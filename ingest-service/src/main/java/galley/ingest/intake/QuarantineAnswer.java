package galley.ingest.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * What waits, as clients see it.
 *
 * @param source the id of its source
 * @param position the number of the entry in its document, from 1; null for the whole document
 * @param tries how often it was retried
 */
record QuarantineAnswer(
        UUID id,
        UUID source,
        Integer position,
        String reason,
        Instant firstSeen,
        Instant lastSeen,
        int tries,
        String rawSha256) {

    static QuarantineAnswer of(Quarantined waiting) {
        return new QuarantineAnswer(
                waiting.id,
                waiting.sourceId,
                waiting.position,
                waiting.reason,
                waiting.firstSeen,
                waiting.lastSeen,
                waiting.tries,
                waiting.sha256);
    }
}
