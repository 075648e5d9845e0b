package galley.editorial.revision;

import java.time.Instant;

import galley.editorial.history.HistoryView;

/**
 * A revision in a list.
 *
 * @param step the step that made it
 * @param actor who made it
 * @param name how a person is called, while that is known
 * @param note what was said about it to the public, or to the writer; null for nothing
 * @param internalNote what was said about it inside; null for nothing
 */
public record RevisionView(
        long revision,
        Instant at,
        String step,
        String actor,
        String name,
        HistoryView.State state,
        int version,
        String note,
        String internalNote) {

    static RevisionView of(HistoryView entry) {
        return new RevisionView(
                entry.revisionMade(),
                entry.at(),
                entry.step(),
                entry.actor(),
                entry.name(),
                entry.to(),
                entry.version(),
                entry.note(),
                entry.internalNote());
    }
}
