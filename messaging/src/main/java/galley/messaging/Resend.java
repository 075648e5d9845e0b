package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Marks sent events as unsent again. An event goes together with all later ones of its topic and
 * key, so that the last record of a key is its newest also on a compacted topic.
 */
final class Resend {
    /** Waits for the relays' locks: none of them may send a newer event of a key meanwhile. */
    private static final String LOCK =
            "select pg_advisory_xact_lock(?, b) from generate_series(0, ?) as b";

    private static final String MARK =
            """
            with first as (
                select key, min(seq) as seq from outbox
                where topic = ? and (lane = 'KILL') = ? and sent_at >= ? and sent_at < ?
                group by key)
            update outbox set sent_at = null,
                lane = case when lane = 'KILL' then 'KILL' else 'BULK' end
            from first
            where outbox.topic = ? and (outbox.lane = 'KILL') = ? and outbox.sent_at is not null
                and outbox.key = first.key and outbox.seq >= first.seq
            """;

    private Resend() {}

    /** Marks what was sent in the period, and what follows; answers how many events that is. */
    static int mark(Connection connection, String topic, Instant from, Instant to)
            throws SQLException {
        return mark(connection, topic, from, to, false) + mark(connection, topic, from, to, true);
    }

    private static int mark(
            Connection connection, String topic, Instant from, Instant to, boolean kills)
            throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement mark = connection.prepareStatement(MARK)) {
            lock.setInt(1, kills ? OutboxRelay.KILL_LOCKS : OutboxRelay.LOCKS);
            lock.setInt(2, OutboxRow.BUCKETS - 1);
            lock.execute();
            mark.setString(1, topic);
            mark.setBoolean(2, kills);
            mark.setObject(3, from.atOffset(ZoneOffset.UTC));
            mark.setObject(4, to.atOffset(ZoneOffset.UTC));
            mark.setString(5, topic);
            mark.setBoolean(6, kills);
            return mark.executeUpdate();
        }
    }
}
