package galley.publish.subscription.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.publish.subscription.SubscriptionConfig;

/** Counts what waits, and keeps the log of deliveries short; safe on every replica at once. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int CHUNK = 1_000;

    private static final String WAITING =
            """
            select count(*) as events, min(d.announced_at) as oldest from subscription_delivery d
            join subscription s on s.id = d.subscription_id
            where d.state in ('PENDING', 'SENDING') and s.state = 'ACTIVE'
            """;

    /**
     * What a try brought back into the queue at the moment at which something later of the article
     * was handed out.
     */
    private static final String OVERTAKEN =
            """
            update subscription_delivery past set state = 'OVERTAKEN', ended_at = :now,
                changed_at = :now, reported = past.replay_id is not null
            where past.state = 'PENDING' and past.attempts > 0 and exists (
                select from subscription_delivery later
                where later.article_id = past.article_id
                and later.subscription_id = past.subscription_id
                and later.position > past.position)
            """;

    /** The latest of each article stays: it tells who has what. */
    private static final String PURGE =
            """
            delete from subscription_delivery where id in (
                select past.id from subscription_delivery past
                where past.ended_at < :before and exists (
                    select from subscription_delivery later
                    where later.article_id = past.article_id
                    and later.subscription_id = past.subscription_id
                    and (later.position, later.id) > (past.position, past.id))
                limit :chunk for update skip locked)
            """;

    private final Session session;
    private final SubscriptionConfig config;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Housekeeping(Session session, SubscriptionConfig config, DeliveryMetrics metrics, Clock clock) {
        this.session = session;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        try {
            QuarkusTransaction.requiringNew().run(this::count);
            QuarkusTransaction.requiringNew().run(this::endOvertaken);
            while (QuarkusTransaction.requiringNew().call(this::purge) == CHUNK) {
                // the next ones
            }
        } catch (RuntimeException e) {
            // readiness says that the database is away
            LOG.debugf(e, "Deliveries are tidied later");
        }
    }

    private void count() {
        Object[] waiting = session.createNativeQuery(WAITING, Object[].class).getSingleResult();
        Instant oldest = (Instant) waiting[1];
        metrics.waiting(
                (Long) waiting[0],
                oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant()));
    }

    private void endOvertaken() {
        session.createNativeMutationQuery(OVERTAKEN)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private int purge() {
        return session.createNativeMutationQuery(PURGE)
                .setParameter("before", clock.instant().minus(config.retention()))
                .setParameter("chunk", CHUNK)
                .executeUpdate();
    }
}
