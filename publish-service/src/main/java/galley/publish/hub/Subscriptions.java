package galley.publish.hub;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import galley.kit.sql.NativeQueries;

/** Who is sent which feed, and whose turn it is. */
@ApplicationScoped
class Subscriptions {
    private static final int MOST_REMOVED_AT_ONCE = 1_000;

    /** Whoever adds holds this, so that nobody looks through the announcements meanwhile. */
    private static final String LOCK_HEAD = "select position from websub_head for update";

    private static final String TRY_LOCK_HEAD =
            "select position from websub_head for update skip locked";

    private static final String MOVE_ON = "update websub_head set position = :last";

    private static final String ADD =
            """
            insert into websub_subscription (id, topic, callback, secret, created_at, expires_at,
                wanted, known, content, prompt, failures, next_at)
            values (gen_random_uuid(), :topic, :callback, :secret, :now, :end, :wanted, :known,
                :content, false, 0, :next)
            on conflict (topic, callback) do update set secret = excluded.secret,
                expires_at = excluded.expires_at
            """;

    private static final String REMOVE =
            "delete from websub_subscription where topic = :topic and callback = :callback";

    private static final String WANT =
            """
            update websub_subscription set wanted = :last, next_at = coalesce(next_at, :soon)
            where expires_at > :now
            """;

    private static final String TAKE =
            """
            with turn as (
                select id from websub_subscription
                where prompt = :prompt and next_at <= :now and expires_at > :now
                order by next_at limit :max
                for update skip locked
            )
            update websub_subscription s set next_at = :leaseEnd from turn where s.id = turn.id
            returning s.id, s.topic, s.callback, s.secret, s.wanted, s.content, s.failures
            """;

    private static final String KNOWS =
            """
            update websub_subscription set known = :wanted, content = :content, failures = 0,
                prompt = coalesce(:prompt, prompt),
                next_at = case when wanted > :wanted then cast(:soon as timestamptz) end
            where id = :id
            """;

    private static final String FAILED =
            """
            update websub_subscription set failures = failures + 1, prompt = false, next_at = :next
            where id = :id
            """;

    private static final String GONE = "delete from websub_subscription where id = :id";

    /** Past what others hold, so that nobody waits in a circle. */
    private static final String REMOVE_EXPIRED =
            """
            delete from websub_subscription where id in (
                select id from websub_subscription where expires_at <= :now limit :max
                for update skip locked)
            """;

    private final Session session;
    private final Requests requests;
    private final HubConfig config;
    private final Clock clock;

    Subscriptions(Session session, Requests requests, HubConfig config, Clock clock) {
        this.session = session;
        this.requests = requests;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins or renews a subscription that was asked for and meant.
     *
     * @param position of the announcements, as of which the feed was read
     * @param content the feed's hash then
     */
    @Transactional
    void add(DueRequest due, long position, String content) {
        if (!requests.end(due)) {
            return; // the subscriber has changed its mind
        }
        long looked = NativeQueries.values(session, LOCK_HEAD, Long.class).getSingleResult();
        Instant now = clock.instant();
        HubRequest request = due.request();
        session.createNativeMutationQuery(ADD)
                .setParameter("topic", request.topic())
                .setParameter("callback", request.callback().toString())
                .setParameter("secret", request.secret(), String.class)
                .setParameter("now", now)
                .setParameter("end", now.plus(request.lease()))
                .setParameter("wanted", Math.max(position, looked))
                .setParameter("known", position)
                .setParameter("content", content)
                .setParameter("next", looked > position ? now : null, Instant.class)
                .executeUpdate();
    }

    /** Ends a subscription whose end was asked for and meant. */
    @Transactional
    void remove(DueRequest due) {
        if (requests.end(due)) {
            session.createNativeMutationQuery(REMOVE)
                    .setParameter("topic", due.request().topic())
                    .setParameter("callback", due.request().callback().toString())
                    .executeUpdate();
        }
    }

    /**
     * Notes that feeds may have changed, unless somebody else is about to.
     *
     * @param last the last position of the announcements
     */
    @Transactional
    void want(long last) {
        Long looked = NativeQueries.values(session, TRY_LOCK_HEAD, Long.class).uniqueResult();
        if (looked == null || looked >= last) {
            return;
        }
        Instant now = clock.instant();
        session.createNativeMutationQuery(WANT)
                .setParameter("last", last)
                .setParameter("soon", now.plus(config.settle()))
                .setParameter("now", now)
                .executeUpdate();
        session.createNativeMutationQuery(MOVE_ON).setParameter("last", last).executeUpdate();
    }

    /**
     * Begins what is due; nobody else sends it until the lease ends.
     *
     * @param prompt whether those that took the last delivery soon, or the others
     */
    @Transactional
    List<DueDelivery> beginDue(boolean prompt, int max) {
        Instant now = clock.instant();
        return session
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("prompt", prompt)
                .setParameter("now", now)
                .setParameter("leaseEnd", now.plus(config.lease()))
                .setParameter("max", max)
                .list()
                .stream()
                .map(Subscriptions::due)
                .toList();
    }

    /** It knows the feed already, or there is none at the moment. */
    @Transactional
    void unchanged(DueDelivery due) {
        knows(due, due.content(), null);
    }

    /** It has taken the feed. */
    @Transactional
    void delivered(DueDelivery due, String content, boolean prompt) {
        knows(due, content, prompt);
    }

    private void knows(DueDelivery due, String content, Boolean prompt) {
        session.createNativeMutationQuery(KNOWS)
                .setParameter("wanted", due.wanted())
                .setParameter("content", content)
                .setParameter("prompt", prompt, Boolean.class)
                .setParameter("soon", clock.instant().plus(config.settle()))
                .setParameter("id", due.id())
                .executeUpdate();
    }

    /** It has not taken the feed, and gets what that is after a pause. */
    @Transactional
    void failed(DueDelivery due, Duration pause) {
        session.createNativeMutationQuery(FAILED)
                .setParameter("next", clock.instant().plus(pause))
                .setParameter("id", due.id())
                .executeUpdate();
    }

    /** It wants nothing any more. */
    @Transactional
    void gone(DueDelivery due) {
        session.createNativeMutationQuery(GONE).setParameter("id", due.id()).executeUpdate();
    }

    /** Removes those whose lease has ended. */
    void removeExpired() {
        while (removeSomeExpired() == MOST_REMOVED_AT_ONCE) {
            // the next ones
        }
    }

    @Transactional
    int removeSomeExpired() {
        return session.createNativeMutationQuery(REMOVE_EXPIRED)
                .setParameter("now", clock.instant())
                .setParameter("max", MOST_REMOVED_AT_ONCE)
                .executeUpdate();
    }

    private static DueDelivery due(Tuple row) {
        return new DueDelivery(
                row.get(0, UUID.class),
                row.get(1, String.class),
                URI.create(row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, Long.class),
                row.get(5, String.class),
                row.get(6, Integer.class));
    }
}
