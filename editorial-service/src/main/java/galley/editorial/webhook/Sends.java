package galley.editorial.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import galley.editorial.article.ArticleChanged;
import galley.editorial.stream.Followers;
import galley.kit.sql.NativeQueries;
import galley.kit.work.Backoff;

/** What webhooks are still to be told, and whose turn it is. */
@ApplicationScoped
class Sends {
    /** Random ids will do: nothing is listed by them. */
    private static final String ADD =
            """
            insert into webhook_send (id, webhook_id, change, created_at, attempts, next_at)
            select gen_random_uuid(), w.id, c.change, c.at, 0, c.at
            from change_log c join webhook w on w.disabled_at is null and w.created_at <= c.at
                and w.steps @> (c.change -> 'step')
                and (w.desks is null or w.desks @> (c.change -> 'desk')
                    or w.desks @> (c.change -> 'deskBefore'))
            where c.position > :after and c.position <= :last
            """;

    /** What is killed is told before all else. */
    private static final String IS_KILL = "s.change ->> 'step' = 'kill'";

    /** One of each webhook that may be told something. */
    private static final String TAKE =
            """
            with turn as (
                select w.id as webhook_id, w.url, w.template, w.secret, due.*
                from webhook w cross join lateral (
                    select s.id, cast(s.change as text) as change, s.created_at, s.attempts,
                        s.next_at as due_at, %1$s as is_kill
                    from webhook_send s where s.webhook_id = w.id and s.next_at <= :now
                    order by is_kill desc, s.next_at limit 1) due
                where w.next_at <= :now and w.disabled_at is null
                order by due.is_kill desc, due.due_at limit :max
                for update of w skip locked
            ), taken as (
                update webhook w set next_at = :leaseEnd from turn where w.id = turn.webhook_id
            )
            select id, webhook_id, url, template, secret, change, created_at, attempts from turn
            """
                    .formatted(IS_KILL);

    private static final String CROWDED =
            """
            select webhook_id from webhook_send group by webhook_id having count(*) > :most
            order by webhook_id
            """;

    /** The oldest of all but the newest ones. */
    private static final String LEAVE_OUT =
            """
            delete from webhook_send where id in (
                select s.id from webhook_send s where s.webhook_id = :webhook
                order by %1$s desc, s.created_at desc, s.id desc offset :most)
            """
                    .formatted(IS_KILL);

    private static final int BATCH = 500;

    /** What waits longer than it takes to tell of so much is no news any more. */
    static final int MOST_WAITING = 1_000;

    private static final String DONE = "delete from webhook_send where id = :id";

    private static final String LATER =
            "update webhook_send set attempts = attempts + 1, next_at = :next where id = :id";

    private static final String FORGET = "delete from webhook_send where webhook_id = :webhook";

    private final Followers followers;
    private final Session session;
    private final ObjectMapper json;
    private final WebhookConfig config;
    private final Clock clock;

    Sends(
            Followers followers,
            Session session,
            ObjectMapper json,
            WebhookConfig config,
            Clock clock) {
        this.followers = followers;
        this.session = session;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /** Notes what is to be told of some of the changes since the last time; answers whether any. */
    @Transactional
    boolean follow() {
        Optional<Followers.Stretch> next = followers.next("webhooks", BATCH);
        next.ifPresent(this::add);
        return next.isPresent();
    }

    private void add(Followers.Stretch stretch) {
        int added =
                session.createNativeMutationQuery(ADD)
                        .setParameter("after", stretch.after())
                        .setParameter("last", stretch.last())
                        .executeUpdate();
        if (added > 0) {
            NativeQueries.values(session, CROWDED, UUID.class)
                    .setParameter("most", MOST_WAITING)
                    .getResultList()
                    .forEach(this::leaveOut);
        }
    }

    /** So that a tool that is slow or down has no end of old news before it. */
    private void leaveOut(UUID webhook) {
        Webhook hook = session.find(Webhook.class, webhook, LockModeType.PESSIMISTIC_WRITE);
        if (hook != null) {
            hook.leftOut +=
                    session.createNativeMutationQuery(LEAVE_OUT)
                            .setParameter("webhook", webhook)
                            .setParameter("most", MOST_WAITING)
                            .executeUpdate();
        }
    }

    /**
     * Begins what is due, of each webhook one; until {@link #end} nobody else tells it anything.
     *
     * @param max how many at most
     */
    @Transactional
    List<DueSend> beginDue(int max) {
        Instant now = clock.instant();
        return session
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("now", now)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .setParameter("max", max)
                .list()
                .stream()
                .map(this::due)
                .toList();
    }

    /** Keeps how it went. */
    @Transactional
    void end(DueSend due, Outcome outcome) {
        Webhook hook = session.find(Webhook.class, due.webhook(), LockModeType.PESSIMISTIC_WRITE);
        if (hook == null) {
            return; // it was removed meanwhile, with all that it was to be told
        }
        Instant now = clock.instant();
        Instant next = now.plus(pause(due.attempts(), outcome));
        if (outcome.delivered()) {
            hook.worked(now);
        } else {
            hook.failed(outcome, pause(hook.failures, outcome), config.giveUp(), now);
        }
        if (outcome.delivered() || next.isAfter(due.createdAt().plus(config.giveUp()))) {
            session.createNativeMutationQuery(DONE).setParameter("id", due.id()).executeUpdate();
        } else {
            session.createNativeMutationQuery(LATER)
                    .setParameter("id", due.id())
                    .setParameter("next", next)
                    .executeUpdate();
        }
        if (hook.disabledAt != null) {
            session.createNativeMutationQuery(FORGET)
                    .setParameter("webhook", hook.id)
                    .executeUpdate();
        }
    }

    private Duration pause(int failures, Outcome outcome) {
        return new Backoff(config.retryPause(), config.longestPause())
                .pause(failures, outcome.retryAfter(), config.giveUp());
    }

    private DueSend due(Object[] row) {
        try {
            return new DueSend(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    Template.valueOf((String) row[3]),
                    (String) row[4],
                    json.readValue((String) row[5], ArticleChanged.class),
                    (Instant) row[6],
                    (Integer) row[7]);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that was written can't be read", e);
        }
    }
}
