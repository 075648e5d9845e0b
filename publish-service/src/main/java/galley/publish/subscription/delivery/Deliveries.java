package galley.publish.subscription.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.agroal.api.AgroalDataSource;

import galley.publish.announcement.Announcement;

/** Notes what subscribers are to be sent, in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Deliveries {
    /** In the order in which they are made, also within one millisecond: so the log lists them. */
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    /** What somebody gets anyway, or asks for twice, is there already. */
    private static final String ADD =
            """
            insert into subscription_delivery (id, subscription_id, replay_id, position,
                announced_at, article_id, revision, version, type, notice, urgency, state,
                created_at, next_at, changed_at, reported, attempts, tries)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, 0, '[]')
            on conflict do nothing
            """;

    /** Whoever was away needs what stands, not what stood. */
    private static final String OVERTAKE =
            """
            update subscription_delivery past set state = 'OVERTAKEN', ended_at = now.at,
                changed_at = now.at, reported = past.replay_id is not null
            from subscription_delivery fresh, (select cast(? as timestamptz) as at) now
            where fresh.id = any(?) and past.state = 'PENDING'
            and past.article_id = fresh.article_id
            and past.subscription_id = fresh.subscription_id
            and past.position < fresh.position
            """;

    private static final String HOLDERS =
            """
            select distinct article_id, subscription_id from subscription_delivery
            where article_id = any(?) and notice is null and attempts > 0
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    Deliveries(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds what is not there yet; it overtakes what still waits of the same articles. */
    void add(List<NewDelivery> made) {
        if (made.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            UUID[] ids = insert(connection, made, now);
            try (PreparedStatement overtake = connection.prepareStatement(OVERTAKE)) {
                overtake.setObject(1, now);
                overtake.setArray(2, connection.createArrayOf("uuid", ids));
                overtake.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Who may have the text of an article: those to whom it was ever sent, taken or not. */
    Map<UUID, Set<UUID>> holders(Collection<UUID> articles) {
        Map<UUID, Set<UUID>> holders = new HashMap<>();
        if (articles.isEmpty()) {
            return holders;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HOLDERS)) {
            query.setArray(1, connection.createArrayOf("uuid", articles.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    holders.computeIfAbsent(
                                    rows.getObject("article_id", UUID.class), _ -> new HashSet<>())
                            .add(rows.getObject("subscription_id", UUID.class));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return holders;
    }

    private static UUID[] insert(Connection connection, List<NewDelivery> made, OffsetDateTime now)
            throws SQLException {
        UUID[] ids = new UUID[made.size()];
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (int i = 0; i < ids.length; i++) {
                ids[i] = IDS.generate();
                fill(insert, ids[i], made.get(i), now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return ids;
    }

    private static void fill(
            PreparedStatement insert, UUID id, NewDelivery made, OffsetDateTime now)
            throws SQLException {
        Announcement announcement = made.announcement();
        insert.setObject(1, id);
        insert.setObject(2, made.subscription());
        insert.setObject(3, made.replay(), Types.OTHER);
        insert.setLong(4, announcement.position());
        insert.setObject(5, announcement.at().atOffset(ZoneOffset.UTC));
        insert.setObject(6, announcement.article());
        insert.setLong(7, announcement.revision());
        insert.setInt(8, announcement.version());
        insert.setString(9, made.type().wireName());
        insert.setString(10, made.notice());
        insert.setInt(11, made.urgency());
        insert.setObject(12, now);
        insert.setObject(13, now.plus(made.pause()));
        insert.setObject(14, now);
        // that somebody gets again what they have is nothing that editors wait for
        insert.setBoolean(15, made.replay() != null);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("What is to be sent could not be noted", e);
    }
}
