package galley.publish.edition;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import galley.events.Article;
import galley.events.ArticleKilled;
import galley.events.Decision;
import galley.events.Publication;
import galley.messaging.Lane;
import galley.messaging.Origin;

/**
 * Tells the world how an article stands that stands otherwise than it was told. What was put right
 * after the fact can wait behind the news; what must be taken down can't.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Restatement {
    /** Who killed it is not kept, and the document does not say it. */
    private static final String NOBODY = null;

    private final Announcements announcements;

    Restatement(Announcements announcements) {
        this.announcements = announcements;
    }

    /**
     * Announces the present state of an article, in the caller's transaction.
     *
     * @param now the time of a withholding, which is not kept either
     */
    public void announce(Entry entry, Instant now) {
        Origin.run(entry.origin, () -> tell(entry, now));
    }

    /** Announces that readers do not get an article any more. */
    public void announceGone(Entry entry, Instant now) {
        announcements.withheld(entry.article(), now);
        announcements.takenDown(entry.article());
    }

    private void tell(Entry entry, Instant now) {
        switch (entry.state()) {
            case LIVE -> announcements.live(Lane.BULK, entry.article(), entry.note());
            case WITHHELD, EMBARGOED -> announceGone(entry, now);
            case KILLED ->
                    announcements.canceled(
                            new ArticleKilled(
                                    remains(entry),
                                    new Decision(entry.updatedAt(), NOBODY, entry.note())),
                            entry.headline(),
                            entry.shown || entry.headline() != null);
        }
    }

    /** What is left of a killed article. */
    private static Article remains(Entry it) {
        return new Article(
                it.id(),
                it.revision,
                it.version(),
                it.slug(),
                it.language(),
                null,
                it.headline(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                Publication.KILLED,
                null,
                it.publishedAt(),
                it.updatedAt(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
