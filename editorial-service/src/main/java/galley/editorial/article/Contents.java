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

    /** Its edits, too, come from there: only the first of them is as it came. */
    private static final String FIRST_FROM_SOURCE =
            """
            select revision from revision
            where article_id = :article
              and provenance = (select provenance from article where id = :article)
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
    Content released(StoredArticle article) {
        return at(article.id(), article.releasedRevision()).orElseThrow().content();
    }

    /**
     * What an article said when what it comes from now became its text: what its proposals were
     * read from.
     *
     * @return empty for an article that comes from no source
     */
    public Optional<Content> asItCame(UUID articleId) {
        return NativeQueries.values(getEntityManager(), FIRST_FROM_SOURCE, Long.class)
                .setParameter("article", articleId)
                .getResultStream()
                .findFirst()
                .flatMap(revision -> at(articleId, revision))
                .map(Past::content);
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
