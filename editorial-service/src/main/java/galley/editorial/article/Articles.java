package galley.editorial.article;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All articles. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<StoredArticle, UUID> {
    private final Session database;

    Articles(Session database) {
        this.database = database;
    }

    /** The article, locked until the transaction's end: whoever changes it starts with this. */
    public Optional<StoredArticle> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The article as it is now.
     *
     * @throws Problem 404
     */
    public StoredArticle get(UUID id) {
        return findByIdOptional(id).orElseThrow(Articles::notFound);
    }

    /** Which of these articles there are. */
    public Set<UUID> present(Collection<UUID> ids) {
        return Set.copyOf(
                database.createSelectionQuery(
                                "select id from StoredArticle where id in (:ids)", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /**
     * One page in the order of arrival, the latest first.
     *
     * @return one row more than the page holds, where there are more
     */
    List<StoredArticle> page(ArticleFilter filter, PageRequest request) {
        Conditions conditions = filter.after(request.after());
        var query =
                database.createNativeQuery(
                        "select * from article where "
                                + conditions.text()
                                + " order by created_at desc, id desc",
                        StoredArticle.class);
        conditions.parameters().forEach(query::setParameter);
        return query.setMaxResults(request.rowsToRead()).getResultList();
    }

    /** The place of an article in lists. */
    static Cursor place(StoredArticle article) {
        return new Cursor(article.createdAt(), article.id());
    }

    /** 404: there is no article with the id that was asked for. */
    public static Problem notFound() {
        return Problems.notFound("There is no article with this id.");
    }
}
