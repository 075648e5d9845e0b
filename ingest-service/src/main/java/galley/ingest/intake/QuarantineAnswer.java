package galley.ingest.intake;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What could not be taken in, as clients see it.
 *
 * @param source the id of its source
 * @param address where its document came from
 * @param position the number of the entry in its document, from 1; null for the whole document
 * @param tries how often it was retried in vain
 * @param decidedBy who retried or discarded it, {@code staff:<pseudonym>}; null when a later
 *     document brought it
 * @param decidedByName how they are called, while that is known
 * @param decidedAt when it came in or was discarded
 * @param note why it was discarded
 */
record QuarantineAnswer(
        UUID id,
        @Schema(enumeration = {"waiting", "resolved", "discarded"}) String state,
        UUID source,
        String address,
        Integer position,
        String reason,
        Instant firstSeen,
        Instant lastSeen,
        int tries,
        String rawSha256,
        String decidedBy,
        String decidedByName,
        Instant decidedAt,
        String note) {

    /**
     * @param names what people are called, by actor
     */
    static QuarantineAnswer of(Quarantined entry, Map<String, String> names) {
        return new QuarantineAnswer(
                entry.id,
                entry.state.name().toLowerCase(Locale.ROOT),
                entry.sourceId,
                entry.address,
                entry.position,
                entry.reason,
                entry.firstSeen,
                entry.lastSeen,
                entry.tries,
                entry.sha256,
                entry.decidedBy,
                entry.decidedBy == null ? null : names.get(entry.decidedBy),
                entry.resolvedAt,
                entry.note);
    }
}
