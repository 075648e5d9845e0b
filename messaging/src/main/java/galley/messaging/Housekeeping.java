package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Counts what waits and removes what is old; safe to run on every replica at once. */
final class Housekeeping {
    private static final int CHUNK = 1000;

    /**
     * Of what was sent a moment ago the index still has entries. A plain scan marks them, so that
     * none is looked at twice; others would look at all of them, each time.
     */
    private static final String ALONG_THE_INDEX =
            "set enable_seqscan = off; set enable_bitmapscan = off";

    private static final String BACKLOG =
            """
            select lane, count(*) as unsent, count(retry_at) as parked, min(created_at) as oldest
            from outbox where sent_at is null group by lane
            """;

    private static final String PURGE_OUTBOX =
            """
            delete from outbox where id in (
                select id from outbox where sent_at < ? order by sent_at limit ?
                for update skip locked)
            """;

    private static final String PURGE_INBOX =
            """
            delete from inbox where (consumer_group, event_id) in (
                select consumer_group, event_id from inbox where received_at < ? limit ?
                for update skip locked)
            """;

    private static final String PURGE_DEAD_LETTERS =
            """
            delete from dead_letter where id in (
                select id from dead_letter where decided_at < ? limit ?
                for update skip locked)
            """;

    private static final String WAITING_LETTERS =
            """
            select consumer_group, count(*) as waiting
            from dead_letter where state = 'WAITING' group by consumer_group
            """;

    private final DataSource connections;

    /**
     * @param connections gives new connections, each of a session of its own
     */
    Housekeeping(DataSource connections) {
        this.connections = connections;
    }

    OutboxBacklog backlog() throws SQLException {
        Map<Lane, Long> unsent = new EnumMap<>(Lane.class);
        long parked = 0;
        Instant oldest = null;
        try (Connection connection = connections.getConnection();
                Statement query = connection.createStatement()) {
            query.execute(ALONG_THE_INDEX);
            ResultSet lanes = query.executeQuery(BACKLOG);
            while (lanes.next()) {
                unsent.put(Lane.valueOf(lanes.getString("lane")), lanes.getLong("unsent"));
                parked += lanes.getLong("parked");
                Instant since = lanes.getObject("oldest", OffsetDateTime.class).toInstant();
                oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
            }
        }
        return new OutboxBacklog(unsent, parked, oldest);
    }

    /** How many dead letters wait, by consumer group; a group without any is left out. */
    Map<String, Long> waitingLetters() throws SQLException {
        Map<String, Long> waiting = new HashMap<>();
        try (Connection connection = connections.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING_LETTERS);
                ResultSet groups = query.executeQuery()) {
            while (groups.next()) {
                waiting.put(groups.getString("consumer_group"), groups.getLong("waiting"));
            }
        }
        return waiting;
    }

    /** Removes sent events that were sent before the retention, in small steps. */
    int purgeOutbox(Instant now, Duration retention) throws SQLException {
        return purge(PURGE_OUTBOX, now.minus(retention));
    }

    /** Forgets applied events from before the retention, in small steps. */
    int purgeInbox(Instant now, Duration retention) throws SQLException {
        return purge(PURGE_INBOX, now.minus(retention));
    }

    /** Removes dead letters that were decided on before the retention; those that wait stay. */
    int purgeDeadLetters(Instant now, Duration retention) throws SQLException {
        return purge(PURGE_DEAD_LETTERS, now.minus(retention));
    }

    private int purge(String sql, Instant before) throws SQLException {
        int removed = 0;
        try (Connection connection = connections.getConnection();
                PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, CHUNK);
            int chunk;
            do {
                chunk = delete.executeUpdate();
                removed += chunk;
            } while (chunk == CHUNK);
        }
        return removed;
    }
}
