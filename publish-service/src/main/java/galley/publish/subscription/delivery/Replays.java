package galley.publish.subscription.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.agroal.api.AgroalDataSource;
import org.hibernate.Session;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.sql.NativeQueries;
import galley.publish.announcement.Announcement;
import galley.publish.announcement.AnnouncementLog;
import galley.publish.subscription.Head;
import galley.publish.subscription.Renewed;
import galley.publish.subscription.State;
import galley.publish.subscription.Subscriber;
import galley.publish.subscription.Subscribers;
import galley.publish.subscription.Subscriptions;

/**
 * Hands out past announcements: those that a subscriber missed while it stood still, and those that
 * it wants again. Of each article only the latest, as what stood before is of no use by now.
 */
@ApplicationScoped
class Replays {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private static final int BATCH = 100;

    /** So much may wait for a subscriber before it gets more of the past. */
    private static final int ENOUGH = 200;

    private static final String ADD =
            """
            insert into subscription_replay
                (id, subscription_id, wanted, since, position, last)
            values (:id, :subscription, :wanted, :since, :position, :last)
            """;

    private static final String RUNS =
            """
            select exists (select from subscription_replay
                where subscription_id = :subscription and wanted)
            """;

    private static final String BEFORE =
            """
            select coalesce(min(position) - 1, :last) from announcement
            where at >= :time and position is not null
            """;

    private static final String NEXT =
            """
            select r.id, r.subscription_id, r.wanted, r.since, r.position, r.last
            from subscription_replay r join subscription s on s.id = r.subscription_id
            where s.state = 'ACTIVE' and (
                select count(*) from (
                    select from subscription_delivery d
                    where d.subscription_id = s.id and d.state = 'PENDING' limit :enough) waiting
                ) < :enough
            order by r.id limit 1 for update of r skip locked
            """;

    private static final String MOVE =
            "update subscription_replay set position = :position where id = :id";

    private static final String DONE = "delete from subscription_replay where id = :id";

    private static final String LATEST =
            """
            select article_id, max(position) as position from announcement
            where article_id = any(?) and position is not null group by article_id
            """;

    private final AgroalDataSource database;
    private final Session session;
    private final AnnouncementLog log;
    private final Head head;
    private final Subscriptions subscriptions;
    private final Subscribers subscribers;
    private final Deliveries deliveries;

    Replays(
            AgroalDataSource database,
            Session session,
            AnnouncementLog log,
            Head head,
            Subscriptions subscriptions,
            Subscribers subscribers,
            Deliveries deliveries) {
        this.database = database;
        this.session = session;
        this.log = log;
        this.head = head;
        this.subscriptions = subscriptions;
        this.subscribers = subscribers;
        this.deliveries = deliveries;
    }

    /**
     * Sends one of the caller's subscriptions again what was announced since a time.
     *
     * @throws Problem 404; 409 when it is not active, or such a replay is under way
     */
    @Transactional
    void since(UUID subscription, Instant time) {
        long last = head.hold();
        requireActive(subscription);
        boolean runs =
                NativeQueries.values(session, RUNS, Boolean.class)
                        .setParameter("subscription", subscription)
                        .getSingleResult();
        if (runs) {
            throw Problems.conflict(
                    "replay-under-way",
                    "A replay is under way",
                    "Wait until the one before is handed out.");
        }
        long before =
                NativeQueries.values(session, BEFORE, Long.class)
                        .setParameter("time", time)
                        .setParameter("last", last)
                        .getSingleResult();
        add(subscription, true, time, before, last);
    }

    /**
     * Sends one of the caller's subscriptions again what was announced last of an article.
     *
     * @throws Problem 404; 409 when it is not active; 422 when nothing of the article is kept that
     *     concerns it
     */
    @Transactional
    void article(UUID subscription, UUID article) {
        requireActive(subscription);
        Subscriber subscriber = subscribers.get(subscription);
        Announcement latest =
                latest(List.of(article)).values().stream()
                        .flatMap(position -> log.after(position - 1, 1).stream())
                        .filter(it -> isKept(it) && isFor(subscriber, it))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Problems.unprocessable(
                                                "article",
                                                "Nothing of this article that concerns the"
                                                        + " subscription is kept."));
        deliveries.add(List.of(NewDelivery.of(subscriber, IDS.generate(), latest)));
    }

    /** Whoever is active again gets what it missed. */
    void on(@Observes Renewed renewed) {
        if (renewed.from() < renewed.head()) {
            add(renewed.subscription(), false, null, renewed.from(), renewed.head());
        }
    }

    /** Hands out some of each replay, as long as there is room for it. */
    void handOut() {
        while (handOutSome()) {
            // the next ones
        }
    }

    /** One step of {@link #handOut}; whether there was anything to do. */
    @Transactional
    boolean handOutSome() {
        Object[] row =
                session.createNativeQuery(NEXT, Object[].class)
                        .setParameter("enough", ENOUGH)
                        .getSingleResultOrNull();
        if (row == null) {
            return false;
        }
        UUID replay = (UUID) row[0];
        Subscriber subscriber = subscribers.get((UUID) row[1]);
        boolean wanted = (Boolean) row[2];
        Instant since = (Instant) row[3];
        long last = (Long) row[5];
        List<Announcement> past =
                log.after((Long) row[4], BATCH).stream()
                        .filter(it -> it.position() <= last)
                        .toList();
        if (past.isEmpty()) {
            session.createNativeMutationQuery(DONE).setParameter("id", replay).executeUpdate();
            return true;
        }
        Map<UUID, Long> latest = latest(past.stream().map(Announcement::article).toList());
        deliveries.add(
                past.stream()
                        .filter(it -> since == null || !it.at().isBefore(since))
                        .filter(it -> it.position() == latest.get(it.article()))
                        .filter(it -> isKept(it) && isFor(subscriber, it))
                        .map(it -> NewDelivery.of(subscriber, wanted ? replay : null, it))
                        .toList());
        session.createNativeMutationQuery(MOVE)
                .setParameter("position", past.getLast().position())
                .setParameter("id", replay)
                .executeUpdate();
        return true;
    }

    private void requireActive(UUID subscription) {
        if (subscriptions.lock(subscription).state() != State.ACTIVE) {
            throw Problems.conflict(
                    "not-active",
                    "The subscription is not active",
                    "Make it active first; it then gets what it missed.");
        }
    }

    private void add(UUID subscription, boolean wanted, Instant since, long position, long last) {
        session.createNativeMutationQuery(ADD)
                .setParameter("id", IDS.generate())
                .setParameter("subscription", subscription)
                .setParameter("wanted", wanted)
                .setParameter("since", since, Instant.class)
                .setParameter("position", position)
                .setParameter("last", last)
                .executeUpdate();
    }

    private static boolean isKept(Announcement it) {
        return it.document() != null;
    }

    private static boolean isFor(Subscriber subscriber, Announcement it) {
        return subscriber.wants(NewDelivery.typeFor(subscriber, it))
                && it.concerns(subscriber::gets);
    }

    private Map<UUID, Long> latest(List<UUID> articles) {
        Map<UUID, Long> latest = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(LATEST)) {
            query.setArray(1, connection.createArrayOf("uuid", articles.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    latest.put(rows.getObject("article_id", UUID.class), rows.getLong("position"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The announcements could not be read", e);
        }
        return latest;
    }
}
