package galley.editorial.article;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** All articles. */
@ApplicationScoped
public class Articles implements PanacheRepositoryBase<StoredArticle, UUID> {
    /**
     * The article, locked until the transaction's end: whoever changes it starts with this. One
     * that the transaction has read before stays as it was then.
     */
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
                getEntityManager()
                        .createQuery("select id from StoredArticle where id in (:ids)", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** 404: there is no article with the id that was asked for. */
    public static Problem notFound() {
        return Problems.notFound("There is no article with this id.");
    }
}
