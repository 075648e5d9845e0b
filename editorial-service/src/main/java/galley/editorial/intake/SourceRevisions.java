package galley.editorial.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

import galley.editorial.article.StoredArticle;
import galley.editorial.history.Happening;
import galley.editorial.history.History;
import galley.editorial.history.Reason;
import galley.editorial.staff.Actor;
import galley.editorial.staff.Caller;
import galley.events.ArticleIngested;
import galley.kit.paging.Cursor;
import galley.kit.paging.PageRequest;

/** What waits beside articles until somebody decides. */
@ApplicationScoped
class SourceRevisions implements PanacheRepositoryBase<SourceRevision, SourceRevision.Key> {
    private static final String STEP = "source-revision-kept";

    private final History history;
    private final Clock clock;

    SourceRevisions(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Whether nothing waits that the source sent after this. */
    boolean isNewest(ArticleIngested item) {
        return count("articleId = ?1 and itemRevision > ?2", item.articleId(), item.itemRevision())
                == 0;
    }

    /**
     * Keeps what the source sent, once, in the caller's transaction and under the row lock.
     *
     * @return whether it was not kept before
     */
    boolean keep(StoredArticle article, ArticleIngested item, byte[] event) {
        if (findById(new SourceRevision.Key(article.id(), item.itemRevision())) != null) {
            return false;
        }
        Instant now = clock.instant();
        SourceRevision kept = new SourceRevision();
        kept.articleId = article.id();
        kept.itemRevision = item.itemRevision();
        kept.event = event.clone();
        kept.keptAt = now;
        persist(kept);
        history.append(
                article.chain(),
                new Happening(
                        article.id(),
                        now,
                        Caller.of(Actor.source(item.source().id())),
                        STEP,
                        article.standing(),
                        article.standing(),
                        article.revision(),
                        null,
                        new Reason(null, ItemReading.text(item.content().editorialNote()))));
        return true;
    }

    /** One of those, while nobody has decided. */
    Optional<SourceRevision> pending(UUID articleId, long itemRevision) {
        return find(
                        "articleId = ?1 and itemRevision = ?2 and decision is null",
                        articleId,
                        itemRevision)
                .firstResultOptional();
    }

    /** Those up to one that nobody has decided on: what is taken or left settles them too. */
    List<SourceRevision> pendingUpTo(UUID articleId, long itemRevision) {
        return list(
                "articleId = ?1 and itemRevision <= ?2 and decision is null",
                articleId,
                itemRevision);
    }

    /** Settles what waits of before an item, whose text takes the place of the untouched one. */
    void settle(ArticleIngested item) {
        Instant now = clock.instant();
        Actor by = Actor.source(item.source().id());
        pendingUpTo(item.articleId(), item.itemRevision())
                .forEach(older -> older.decide(SourceRevision.LEFT, by, now));
    }

    /** The event of a revision that was taken, if it was. */
    Optional<SourceRevision> taken(UUID articleId, long itemRevision) {
        return findByIdOptional(new SourceRevision.Key(articleId, itemRevision))
                .filter(found -> SourceRevision.TAKEN.equals(found.decision));
    }

    /** A page of what waits beside an article, oldest first. */
    List<SourceRevision> page(UUID articleId, PageRequest request) {
        Cursor after = request.after();
        return find(
                        "articleId = ?1 and itemRevision > ?2 order by itemRevision",
                        articleId,
                        after == null ? 0 : after.id().getLeastSignificantBits())
                .page(Page.ofSize(request.rowsToRead()))
                .list();
    }

    /** The number alone orders an article's source revisions. */
    static Cursor place(SourceRevision kept) {
        return new Cursor(kept.keptAt, new UUID(0, kept.itemRevision));
    }
}
