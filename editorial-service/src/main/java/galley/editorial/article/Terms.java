package galley.editorial.article;

import java.time.Instant;
import java.util.Map;

import galley.editorial.history.Reason;

/**
 * What came with a decision.
 *
 * @param at when it is to happen; null where the step happens at once
 * @param assignment who deals with the article from now on; null where the step assigns nobody
 */
record Terms(Reason reason, Instant at, Assignment assignment) {

    static Terms because(Reason reason) {
        return new Terms(reason, null, null);
    }

    /** What the history keeps beside the notes; null for nothing. */
    Map<String, Object> details() {
        if (at != null) {
            return Map.of("at", at.toString());
        }
        return assignment == null ? null : assignment.details();
    }
}
