package galley.editorial.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import galley.editorial.history.Reason;
import galley.editorial.workflow.RejectionReason;

/**
 * What came with a decision.
 *
 * @param at when it is to happen; null where the step happens at once
 * @param assignment who deals with the article from now on; null where the step assigns nobody
 * @param overridden the checks whose findings do not stop a release, or a later one
 * @param fourEyesWaived the desk lets whoever wrote the last change approve it
 * @param rejection why the article is turned down; null where it isn't
 */
record Terms(
        Reason reason,
        Instant at,
        Assignment assignment,
        Set<String> overridden,
        boolean fourEyesWaived,
        RejectionReason rejection) {

    static Terms because(Reason reason) {
        return new Terms(reason, null, null, Set.of(), false, null);
    }

    /** The same, turning the article down. */
    Terms rejecting(RejectionReason why) {
        return new Terms(reason, at, assignment, overridden, fourEyesWaived, why);
    }

    /** The same, of those overridden checks that would have stopped it. */
    Terms overriding(Set<String> needed) {
        return new Terms(reason, at, assignment, needed, fourEyesWaived, rejection);
    }

    /** The same, by whoever wrote the last change. */
    Terms waivingFourEyes() {
        return new Terms(reason, at, assignment, overridden, true, rejection);
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
        if (fourEyesWaived) {
            details.put("fourEyes", "waived");
        }
        if (rejection != null) {
            details.put("reason", rejection.wireName());
        }
        return details.isEmpty() ? null : details;
    }
}
