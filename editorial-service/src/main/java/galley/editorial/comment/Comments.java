package galley.editorial.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All comments. */
@ApplicationScoped
class Comments implements PanacheRepositoryBase<Comment, UUID> {
    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /**
     * A comment of an article.
     *
     * @throws Problem 404
     */
    Comment get(UUID articleId, UUID id) {
        return find("articleId = ?1 and id = ?2", articleId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("The article has no comment with this id."));
    }

    /**
     * The beginning of a thread.
     *
     * @throws Problem 404, also for a reply
     */
    Comment thread(UUID articleId, UUID id) {
        Comment found = get(articleId, id);
        if (!found.beginsThread()) {
            throw Problems.notFound("The comment is a reply; a thread goes by its first comment.");
        }
        return found;
    }

    /**
     * One page of the beginnings of threads, oldest first.
     *
     * @param resolved whether they are settled; null for all
     * @return one row more than the page holds, where there are more
     */
    List<Comment> threads(UUID articleId, Boolean resolved, PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        return find(
                        "articleId = ?1 and threadId is null and (at > ?2 or at = ?2 and id > ?3)"
                                + settled(resolved)
                                + " order by at, id",
                        articleId,
                        after.time(),
                        after.id())
                .page(0, request.rowsToRead())
                .list();
    }

    private static String settled(Boolean resolved) {
        if (resolved == null) {
            return "";
        }
        return resolved ? " and resolvedAt is not null" : " and resolvedAt is null";
    }

    /** The replies of threads, oldest first. */
    List<Comment> replies(List<UUID> threads) {
        return threads.isEmpty() ? List.of() : list("threadId in ?1 order by at, id", threads);
    }

    long countReplies(UUID thread) {
        return count("threadId", thread);
    }
}
