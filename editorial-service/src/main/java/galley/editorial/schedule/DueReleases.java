package galley.editorial.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.hibernate.Session;

import galley.editorial.article.Articles;
import galley.editorial.article.Decisions;
import galley.events.Workflow;

/** Releases what was scheduled, each article in one transaction under its row lock. */
@ApplicationScoped
class DueReleases {
    private static final String COMING =
            """
            select id, scheduled_at from article
            where scheduled_at <= :until and publication <> 'KILLED'
            order by scheduled_at limit :most
            """;

    private final Session database;
    private final Articles articles;
    private final Decisions decisions;
    private final Clock clock;

    DueReleases(Session database, Articles articles, Decisions decisions, Clock clock) {
        this.database = database;
        this.articles = articles;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** The releases that are due already or within this time, the earliest first. */
    @Transactional
    List<Coming> within(Duration time, int most) {
        return database.createNativeQuery(COMING, Coming.class)
                .setParameter("until", clock.instant().plus(time))
                .setParameter("most", most)
                .getResultList();
    }

    /**
     * Releases an article, if its time has come, nobody decided otherwise or released it already,
     * and no check blocks it now.
     *
     * @return whether this call released it
     */
    @Transactional
    @WithSpan("release at its time") // the history names a trace for every step
    boolean release(UUID id) {
        var article = articles.lock(id).orElse(null);
        if (article == null
                || article.isKilled()
                || article.standing().workflow() != Workflow.SCHEDULED
                || article.scheduledAt().isAfter(clock.instant())) {
            return false;
        }
        return decisions.releaseScheduled(article);
    }

    /** A release that is to happen. */
    record Coming(UUID id, Instant at) {}
}
