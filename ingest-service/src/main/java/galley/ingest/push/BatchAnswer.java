package galley.ingest.push;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;

import galley.kit.problem.Problem;

/** What became of each of many pushes, in their order. */
record BatchAnswer(List<Each> items) {

    /**
     * What became of one.
     *
     * @param status as it would have been answered alone
     * @param item the item as JSON; null where it was refused, or only checked
     * @param problem the problem (RFC 9457), or null
     */
    record Each(int status, @JsonRawValue String item, Map<String, Object> problem) {

        /** What would be taken in. */
        static final Each RIGHT = new Each(200, null, null);

        static Each of(Pushed pushed) {
            return new Each(pushed.status(), pushed.body(), null);
        }

        static Each of(Problem problem) {
            return new Each(problem.status(), null, problem.body());
        }
    }
}
