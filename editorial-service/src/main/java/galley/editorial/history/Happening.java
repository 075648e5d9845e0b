package galley.editorial.history;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import galley.editorial.staff.Caller;
import galley.editorial.workflow.Standing;

/**
 * Something that happened to an article and is to be remembered.
 *
 * @param step the step's name on the wire, or what a delivery reported
 * @param before where the article stood; null when it begins here
 * @param after where it stands now
 * @param revisionSeen the revision that was decided on; null when the article begins here
 * @param revisionMade the revision that this made; null when it made none
 * @param details what it was about, beside its notes: a time, a person; null for nothing
 */
public record Happening(
        UUID articleId,
        Instant at,
        Caller by,
        String step,
        Standing before,
        Standing after,
        Long revisionSeen,
        Long revisionMade,
        Reason reason,
        Map<String, Object> details) {

    /** Something that is about nothing beside its notes. */
    public Happening(
            UUID articleId,
            Instant at,
            Caller by,
            String step,
            Standing before,
            Standing after,
            Long revisionSeen,
            Long revisionMade,
            Reason reason) {
        this(articleId, at, by, step, before, after, revisionSeen, revisionMade, reason, null);
    }
}
