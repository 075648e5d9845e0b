package galley.editorial.article;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.content.Content;
import galley.events.Provenance;
import galley.kit.sql.NativeQueries;

/** Every content that every article ever had. */
@ApplicationScoped
public class Contents implements PanacheRepositoryBase<ContentRevision, ContentRevision.Key> {
    private static final String FIRST_OF_ITEM_REVISION =
            """
            select revision from revision
            where article_id = :article
                and cast(provenance ->> 'itemRevision' as bigint) = :itemRevision
            order by revision limit 1
            """;

    /** The content of an article as it was at a revision. */
    public Optional<Past> at(UUID articleId, long revision) {
        return find("articleId = ?1 and revision <= ?2 order by revision desc", articleId, revision)
                .page(0, 1)
                .firstResultOptional()
                .map(found -> new Past(found.content, found.provenance));
    }

    /** What readers have, or would have, of an article that was released. */
    Past released(StoredArticle article) {
        return at(article.id(), article.releasedRevision()).orElseThrow();
    }

    /**
     * The content with which an article first came from a revision of its item: of an article that
     * nobody had in hand, it is what was read of the item.
     */
    public Optional<Content> firstOf(UUID articleId, long itemRevision) {
        return NativeQueries.values(getEntityManager(), FIRST_OF_ITEM_REVISION, Long.class)
                .setParameter("article", articleId)
                .setParameter("itemRevision", itemRevision)
                .getResultStream()
                .findFirst()
                .map(revision -> findById(new ContentRevision.Key(articleId, revision)).content);
    }

    void add(StoredArticle article) {
        ContentRevision written = new ContentRevision();
        written.articleId = article.id();
        written.revision = article.revision();
        written.content = article.content();
        written.provenance = article.provenance();
        persist(written);
    }

    /** A content as it was, and where it came from. */
    public record Past(Content content, Provenance provenance) {}
}
