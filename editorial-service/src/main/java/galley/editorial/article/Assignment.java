package galley.editorial.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Who deals with an article.
 *
 * @param assignee {@code staff:<pseudonym>}; null for nobody
 * @param desk null for none
 * @param dueAt by when; null for no time
 */
record Assignment(String assignee, String desk, Instant dueAt) {

    /** As the history keeps it. */
    Map<String, Object> details() {
        Map<String, Object> details = new HashMap<>();
        details.put("assignee", assignee);
        details.put("desk", desk);
        details.put("dueAt", dueAt == null ? null : dueAt.toString());
        return details;
    }
}
