package galley.editorial.history;

import java.time.Instant;
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
        Reason reason) {}
