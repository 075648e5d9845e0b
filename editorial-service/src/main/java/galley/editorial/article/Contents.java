package galley.editorial.article;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import galley.editorial.content.Content;

/** Every content that every article ever had. */
@ApplicationScoped
public class Contents implements PanacheRepositoryBase<ContentRevision, ContentRevision.Key> {

    /** The content of an article as it was at a revision. */
    public Optional<Content> at(UUID articleId, long revision) {
        return find("articleId = ?1 and revision <= ?2 order by revision desc", articleId, revision)
                .page(0, 1)
                .firstResultOptional()
                .map(found -> found.content);
    }

    void add(StoredArticle article) {
        ContentRevision written = new ContentRevision();
        written.articleId = article.id();
        written.revision = article.revision();
        written.content = article.content();
        persist(written);
    }
}
