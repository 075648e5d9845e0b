package galley.editorial.stream;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import galley.editorial.article.ArticleChanged;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * What a stream tells: its owner's notifications, and the changes of the articles that all filters
 * let through. An article that leaves a desk, or somebody's hands, is told of to those too.
 *
 * @param owner a pseudonym
 * @param desks of one of these; empty for any
 * @param articles one of these; empty for any
 * @param mine only what the owner has in hand
 */
record Wanted(String owner, Set<String> desks, Set<UUID> articles, boolean mine) {
    Wanted {
        desks = Set.copyOf(desks);
        articles = Set.copyOf(articles);
    }

    /**
     * Reads the query parameters as they came.
     *
     * @param assignee null or empty where it is absent
     * @throws Problem 400 for an article that is no id, and an assignee other than {@code me}
     */
    static Wanted of(String owner, List<String> desks, List<String> articles, String assignee) {
        boolean anybody = assignee == null || assignee.isEmpty();
        if (!anybody && !assignee.equals("me")) {
            throw Problems.badRequest("assignee is me, or absent.");
        }
        try {
            return new Wanted(
                    owner,
                    Set.copyOf(desks),
                    Set.copyOf(articles.stream().map(UUID::fromString).toList()),
                    !anybody);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("article is the id of an article.");
        }
    }

    boolean has(ChangeItem item) {
        return item.data() != null
                && (item.recipient() == null || item.recipient().equals(owner))
                && (item.change() == null || has(item.change()));
    }

    private boolean has(ArticleChanged change) {
        return (desks.isEmpty() || desks.stream().anyMatch(change::concernsDesk))
                && (articles.isEmpty() || articles.contains(change.article()))
                && (!mine || change.concerns(owner));
    }
}
