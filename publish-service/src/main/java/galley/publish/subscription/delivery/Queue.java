package galley.publish.subscription.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.kit.work.Backoff;
import galley.publish.subscription.Head;
import galley.publish.subscription.Renewed;
import galley.publish.subscription.State;
import galley.publish.subscription.Subscription;
import galley.publish.subscription.SubscriptionConfig;

/**
 * What waits to be sent, and whose turn it is. Any number of replicas take from it, each thing for
 * the time of a lease: what a killed one had taken is taken again.
 *
 * <p>Of one article a subscriber is sent one thing at a time, so never an earlier one after a later
 * one. Within those bounds the most urgent goes first, and all subscribers have their turn, so that
 * a slow one delays nobody.
 */
@ApplicationScoped
class Queue {
    private static final Logger LOG = Logger.getLogger(Queue.class);

    /** A subscriber that failed so often in a row is sent one thing at a time. */
    private static final int SUSPECT = 3;

    private static final String ABANDONED =
            """
            update subscription_delivery set state = 'PENDING', lease_until = null, next_at = :now
            where state = 'SENDING' and lease_until < :now
            """;

    private static final String TAKE =
            """
            with ready as (
                select id, url, secret, old_secret, old_secret_until, failures, next_at
                from subscription s
                where state = 'ACTIVE' and exists (
                    select from subscription_delivery d
                    where d.subscription_id = s.id and d.state = 'PENDING' and d.next_at <= :now)
                for no key update skip locked
            ), free as (
                select *, case when failures < :suspect then :each else 1 end - (
                    select count(*) from subscription_delivery d
                    where d.subscription_id = ready.id and d.state = 'SENDING') as places
                from ready
            ), turn as (
                select free.url, free.secret, free.old_secret, free.old_secret_until, due.*,
                    row_number() over (
                        partition by due.subscription_id
                        order by due.urgency, due.next_at, due.position) as place
                from free cross join lateral (
                    select d.id, d.subscription_id, d.urgency, d.next_at, d.position
                    from subscription_delivery d
                    where d.subscription_id = free.id and d.state = 'PENDING'
                    and d.next_at <= :now
                    and (free.next_at <= :now or d.urgency = 0 and d.attempts = 0)
                    and not exists (
                        select from subscription_delivery other
                        where other.article_id = d.article_id
                        and other.subscription_id = d.subscription_id
                        and (other.state = 'SENDING' or other.position > d.position))
                    order by d.urgency, d.next_at, d.position limit greatest(free.places, 0)) due
                order by due.urgency, place limit :most
            )
            update subscription_delivery d set state = 'SENDING', lease_until = :leaseEnd,
                attempts = d.attempts + 1, first_at = coalesce(d.first_at, :now)
            from turn where d.id = turn.id and d.state = 'PENDING'
            returning d.id, d.subscription_id, turn.url, turn.secret,
                case when turn.old_secret_until > :now then turn.old_secret end as former,
                d.position,
                d.announced_at, d.article_id, d.revision, d.version, d.type, d.notice, d.attempts,
                d.first_at
            """;

    /** What waits again while something later of the article came meanwhile is overtaken. */
    private static final String END =
            """
            with outcome as (
                select d.id, case when :state = 'PENDING' and exists (
                    select from subscription_delivery later
                    where later.article_id = d.article_id
                    and later.subscription_id = d.subscription_id
                    and later.position > d.position) then 'OVERTAKEN' else :state end as state
                from subscription_delivery d where d.id = :id
            )
            update subscription_delivery d set state = outcome.state, lease_until = null,
                ended_at = case when outcome.state <> 'PENDING' then cast(:now as timestamptz) end,
                next_at = :next,
                tries = d.tries || cast(:try as jsonb),
                changed_at = case
                    when outcome.state = 'PENDING' then d.changed_at
                    else cast(:now as timestamptz) end,
                reported = case
                    when outcome.state = 'PENDING' then d.reported
                    else d.replay_id is not null and outcome.state <> 'DELIVERED' end
            from outcome
            where d.id = outcome.id and d.state = 'SENDING' and d.attempts = :attempts
            """;

    private static final String GIVE_BACK =
            """
            update subscription_delivery set state = 'PENDING', lease_until = null, next_at = :now
            where id = :id and state = 'SENDING' and attempts = :attempts
            """;

    private static final String DROP =
            """
            update subscription_delivery set state = 'OVERTAKEN', lease_until = null,
                ended_at = :now, attempts = attempts - 1, changed_at = :now,
                reported = replay_id is not null
            where id = :id and state = 'SENDING' and attempts = :attempts
            """;

    /** Who comes back gets what waits at once, and its time to take it begins anew. */
    private static final String WAKE =
            """
            update subscription_delivery set first_at = null, changed_at = :now,
                next_at = case when attempts > 0 then :now else next_at end,
                reported = replay_id is not null
            where subscription_id = :subscription and state = 'PENDING'
            """;

    /** What waits for somebody who is disabled does not count as under way. */
    private static final String HOLD =
            """
            update subscription_delivery set changed_at = :now, reported = replay_id is not null
            where subscription_id = :subscription and state in ('PENDING', 'SENDING')
            """;

    private final Session session;
    private final Head head;
    private final SubscriptionConfig config;
    private final Backoff backoff;
    private final ObjectMapper json;
    private final DeliveryMetrics metrics;
    private final Clock clock;

    Queue(
            Session session,
            Head head,
            SubscriptionConfig config,
            ObjectMapper json,
            DeliveryMetrics metrics,
            Clock clock) {
        this.session = session;
        this.head = head;
        this.config = config;
        this.backoff = new Backoff(config.retryPause(), config.longestPause());
        this.json = json;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Takes what is due; until {@link #end}, or the end of its lease, nobody else sends it.
     *
     * @param most how many at most
     */
    @Transactional
    List<DueDelivery> take(int most) {
        Instant now = clock.instant();
        session.createNativeMutationQuery(ABANDONED).setParameter("now", now).executeUpdate();
        return session
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("now", now)
                .setParameter("suspect", SUSPECT)
                .setParameter("each", config.maxSendsEach())
                .setParameter("most", most)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .list()
                .stream()
                .map(Queue::due)
                .toList();
    }

    /** Notes how it went, and what follows of it for the subscriber. */
    @Transactional
    void end(DueDelivery due, Outcome outcome, Instant began) {
        Subscription to =
                session.find(
                        Subscription.class, due.subscription(), LockModeType.PESSIMISTIC_WRITE);
        if (to == null) {
            return; // it was removed meanwhile, with all that it was to be sent
        }
        Instant now = clock.instant();
        Duration pause = pause(due.attempts() - 1, outcome);
        boolean givenUp = !outcome.isTaken() && !now.isBefore(due.firstAt().plus(config.giveUp()));
        if (outcome.isTaken()) {
            boolean wasAway = to.failures() >= SUSPECT;
            to.worked(now);
            if (wasAway) {
                wake(to.id(), now);
            }
        } else {
            to.failed(outcome.problem(), pauseOfAll(to.failures(), outcome), now);
            if (outcome.isGone()) {
                disable(to, "It answered 410: it is gone.", now);
            } else if (to.hasFailedFor(config.giveUp(), now)) {
                disable(to, "It has failed for too long. " + outcome.problem(), now);
            }
        }
        DeliveryState state = DeliveryState.PENDING;
        if (outcome.isTaken()) {
            state = DeliveryState.DELIVERED;
        } else if (givenUp && to.state() != State.DISABLED) {
            state = DeliveryState.FAILED;
        }
        int ended =
                session.createNativeMutationQuery(END)
                        .setParameter("state", state.name())
                        .setParameter("now", now)
                        .setParameter("next", now.plus(pause))
                        .setParameter("try", text(due, outcome, began, now))
                        .setParameter("id", due.id())
                        .setParameter("attempts", due.attempts())
                        .executeUpdate();
        if (ended > 0) {
            metrics.ended(state, outcome, Duration.between(due.announcedAt(), now));
        }
    }

    /** Puts it back as if it had not been tried, when the process ends. */
    @Transactional
    void giveBack(DueDelivery due) {
        settle(GIVE_BACK, due);
    }

    /** Ends it unsent, as its text was taken back. */
    @Transactional
    void drop(DueDelivery due) {
        settle(DROP, due);
    }

    void on(@Observes Renewed renewed) {
        wake(renewed.subscription(), clock.instant());
    }

    private void wake(UUID subscription, Instant now) {
        session.createNativeMutationQuery(WAKE)
                .setParameter("now", now)
                .setParameter("subscription", subscription)
                .executeUpdate();
    }

    private void settle(String statement, DueDelivery due) {
        session.createNativeMutationQuery(statement)
                .setParameter("now", clock.instant())
                .setParameter("id", due.id())
                .setParameter("attempts", due.attempts())
                .executeUpdate();
    }

    private void disable(Subscription it, String reason, Instant now) {
        it.disable(reason, head.read(), now);
        session.createNativeMutationQuery(HOLD)
                .setParameter("now", now)
                .setParameter("subscription", it.id())
                .executeUpdate();
        metrics.disabled();
        LOG.warnf("Subscription %s (%s) is disabled. %s", it.id(), it.name(), reason);
    }

    private Duration pause(int failures, Outcome outcome) {
        return backoff.pause(failures, outcome.retryAfter(), config.longestPause());
    }

    /** One thing that is not taken says little of the others; several in a row do. */
    private Duration pauseOfAll(int failures, Outcome outcome) {
        if (failures + 1 >= SUSPECT) {
            return pause(failures + 1 - SUSPECT, outcome);
        }
        Duration wish = outcome.retryAfter();
        return wish.compareTo(config.longestPause()) > 0 ? config.longestPause() : wish;
    }

    private String text(DueDelivery due, Outcome outcome, Instant began, Instant now) {
        long millis = Duration.between(began, now).toMillis();
        try {
            return json.writeValueAsString(
                    List.of(new Try(began, outcome.status(), outcome.problem(), millis)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A try of no JSON: " + due.id(), e);
        }
    }

    private static DueDelivery due(Object[] row) {
        return new DueDelivery(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                Stream.of(row[3], row[4])
                        .filter(secret -> secret != null)
                        .map(String.class::cast)
                        .toList(),
                (Long) row[5],
                (Instant) row[6],
                (UUID) row[7],
                (Long) row[8],
                (Integer) row[9],
                (String) row[10],
                (String) row[11],
                (Integer) row[12],
                (Instant) row[13]);
    }
}
