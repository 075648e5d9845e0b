package galley.editorial.history;

import java.time.Instant;
import java.util.Map;

import galley.events.Publication;
import galley.events.Workflow;

/**
 * A history entry as clients see it.
 *
 * @param id orders the entries of an article
 * @param actor who did it: {@code staff:<pseudonym>}, {@code source:<id>} or {@code service:<name>}
 * @param name how a person is called, while that is known
 * @param address from where; null for what came as an event, and once the person is erased
 * @param from where the article stood; null when it begins here
 * @param revisionSeen the revision that was decided on
 * @param revisionMade the revision that this made; null when it made none
 * @param version what the public counted afterwards
 * @param details what it was about, beside its notes; null for nothing
 * @param hash of the entry and the one before it; see docs/editorial.md
 */
public record HistoryView(
        long id,
        Instant at,
        String actor,
        String name,
        String address,
        String step,
        State from,
        State to,
        Long revisionSeen,
        Long revisionMade,
        int version,
        String note,
        String internalNote,
        String traceId,
        Map<String, Object> details,
        String hash) {

    static HistoryView of(HistoryEntry entry, String name) {
        return new HistoryView(
                entry.id,
                entry.at,
                entry.actor,
                name,
                entry.address,
                entry.step,
                entry.fromWorkflow == null
                        ? null
                        : new State(entry.fromWorkflow, entry.fromPublication),
                new State(entry.toWorkflow, entry.toPublication),
                entry.revisionSeen,
                entry.revisionMade,
                entry.version,
                entry.note,
                entry.internalNote,
                entry.traceId,
                entry.details,
                entry.hash);
    }

    /** Where an article stands. */
    public record State(Workflow workflow, Publication publication) {}
}
