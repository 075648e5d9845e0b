package galley.editorial.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import galley.editorial.history.Reason;

/**
 * What came with a decision.
 *
 * @param at when it is to happen; null where the step happens at once
 * @param assignment who deals with the article from now on; null where the step assigns nobody
 * @param overridden the checks whose findings do not stop a release
 */
record Terms(Reason reason, Instant at, Assignment assignment, Set<String> overridden) {

    static Terms because(Reason reason) {
        return new Terms(reason, null, null, Set.of());
    }

    /** The same, of those overridden checks that would have stopped it. */
    Terms overriding(Set<String> needed) {
        return new Terms(reason, at, assignment, needed);
    }

    /** What the history keeps beside the notes; null for nothing. */
    Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        if (at != null) {
            details.put("at", at.toString());
        }
        if (assignment != null) {
            details.putAll(assignment.details());
        }
        if (!overridden.isEmpty()) {
            details.put("overridden", List.copyOf(new TreeSet<>(overridden)));
        }
        return details.isEmpty() ? null : details;
    }
}
