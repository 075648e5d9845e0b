package galley.editorial.bulk;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import galley.kit.problem.Problem;

/** What became of each of many articles, in their order. */
record BulkAnswer(List<Each> items) {

    /**
     * What became of one.
     *
     * @param status as it would have been answered alone
     * @param revision the article's now; null where it was refused
     * @param problem why it was refused (RFC 9457), or null
     */
    record Each(UUID id, int status, Long revision, Map<String, Object> problem) {

        static Each done(UUID id, long revision) {
            return new Each(id, 200, revision, null);
        }

        static Each refused(UUID id, Problem problem) {
            return new Each(id, problem.status(), null, problem.body());
        }
    }
}
