package galley.messaging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.apache.kafka.common.header.Headers;

/**
 * What waits in the outbox, as one relay sees it: over a connection of its own, whose session holds
 * the locks of the buckets it sends from. Every statement is a transaction, so that no transaction
 * is open while the relay waits for the broker.
 */
final class OutboxQueue implements AutoCloseable {
    /** Enough for throughput, little enough for the heap. */
    private static final long MAX_BATCH_BYTES = 8L << 20;

    /**
     * The marks may be lost in a crash of the database: then the events are sent again, with the
     * same ids. The plans must not depend on the statistics of a table that is empty one moment and
     * full the next: each of these queries is a few steps along an index. Nor is one made anew for
     * each execution, which takes twice as long as that. When the relay's machine is gone without a
     * word, the server keeps its locks until it notices: in seconds, not after the two hours that
     * are the system's default.
     */
    private static final String SESSION =
            """
            set synchronous_commit = off;
            set enable_seqscan = off;
            set enable_bitmapscan = off;
            set enable_hashjoin = off;
            set enable_mergejoin = off;
            set plan_cache_mode = force_generic_plan;
            set tcp_keepalives_idle = 5;
            set tcp_keepalives_interval = 2;
            set tcp_keepalives_count = 3;
            set tcp_user_timeout = '11s';
            set application_name = 'galley-outbox'
            """;

    private static final String LOCK =
            "select b from unnest(?::int[]) as b where pg_try_advisory_lock(?, b)";

    private static final String UNLOCK = "select pg_advisory_unlock_all()";

    private static final String WAITING =
            """
            select b from generate_series(0, ?) as b
            where exists (select from unnest(?::text[]) as wanted(lane), lateral (
                select from outbox
                where outbox.lane = wanted.lane and bucket = b
                    and sent_at is null and retry_at is null
                limit 1) as waiting)
            """;

    private static final String UNPARK =
            "update outbox set retry_at = null where retry_at <= now() and lane = any(?::text[])";

    /**
     * The first unsent row of every topic and key for which something waits in the lane. The row
     * itself may be of another lane of the relay: it then goes with the urgency of the one behind
     * it. A key whose first row is parked is passed over.
     */
    private static final String NEXT =
            """
            select o.* from (
                select id, seq, sum(size) over (order by seq) - size as before
                from unnest(?::int[]) as held(bucket) cross join lateral (
                    select head.* from outbox as w cross join lateral (
                        select h.id, h.seq, h.lane, h.retry_at,
                            coalesce(octet_length(h.data), 0) as size
                        from outbox as h
                        where h.key = w.key and h.topic = w.topic and h.sent_at is null
                            and h.lane = any(?::text[])
                        order by h.seq limit 1) as head
                    where w.lane = ? and w.bucket = held.bucket
                        and w.sent_at is null and w.retry_at is null and head.retry_at is null
                        and (head.seq = w.seq or head.lane <> w.lane and not exists (
                            select from outbox as e
                            where e.key = w.key and e.topic = w.topic and e.sent_at is null
                                and e.lane = w.lane and e.seq < w.seq))
                    order by w.seq limit ?) as heads) as batch
            cross join lateral (select * from outbox where outbox.id = batch.id) as o
            where batch.before < ?
            order by o.seq limit ?
            """;

    private static final String MARK_SENT =
            "update outbox set sent_at = now(), error = null where id = any(?::uuid[])";

    private static final String PARK =
            """
            update outbox set attempts = attempts + 1, error = ?,
                retry_at = now() + least(interval '5 minutes',
                    interval '1 second' * power(2, least(attempts, 10)))
            where id = ?
            """;

    private final Connection connection;
    private final int lockSpace;
    private final Array lanes;

    /**
     * @param lockSpace the first key of the advisory locks; the second is the bucket
     * @param lanes the lanes that keep order among each other
     */
    OutboxQueue(DataSource connections, int lockSpace, List<Lane> lanes) throws SQLException {
        this.lockSpace = lockSpace;
        this.connection = connections.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            this.lanes = connection.createArrayOf("text", lanes.toArray());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Locks those of the buckets that no other relay has, and answers them. */
    int lock(int buckets) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, ints(buckets));
            lock.setInt(2, lockSpace);
            return bits(lock);
        }
    }

    /** Gives all buckets back. */
    void unlockAll() throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement(UNLOCK)) {
            unlock.execute();
        }
    }

    /**
     * The buckets in which something waits, whoever wrote it; parked rows whose time has come too.
     */
    int waiting() throws SQLException {
        try (PreparedStatement unpark = connection.prepareStatement(UNPARK)) {
            unpark.setArray(1, lanes);
            unpark.executeUpdate();
        }
        try (PreparedStatement waiting = connection.prepareStatement(WAITING)) {
            waiting.setInt(1, OutboxRow.BUCKETS - 1);
            waiting.setArray(2, lanes);
            return bits(waiting);
        }
    }

    /** The next rows to send: at most one of each topic and key, in the order of their writing. */
    List<OutboxRow> next(int held, Tier tier) throws SQLException {
        int perBucket = Math.ceilDiv(tier.batchSize(), Integer.bitCount(held));
        try (PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setArray(1, ints(held));
            next.setArray(2, lanes);
            next.setString(3, tier.lane().name());
            next.setInt(4, perBucket);
            next.setLong(5, MAX_BATCH_BYTES);
            next.setInt(6, tier.batchSize());
            try (ResultSet rows = next.executeQuery()) {
                List<OutboxRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        }
    }

    void markSent(List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement mark = connection.prepareStatement(MARK_SENT)) {
            mark.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            mark.executeUpdate();
        }
    }

    /** Puts a row aside that the broker refuses, for a time that doubles with each try. */
    void park(UUID id, String error) throws SQLException {
        try (PreparedStatement park = connection.prepareStatement(PARK)) {
            park.setString(1, error);
            park.setObject(2, id);
            park.executeUpdate();
        }
    }

    /** Fails when the session, and with it the locks, may be gone. */
    void check() throws SQLException {
        if (!connection.isValid(2)) {
            throw new SQLException("The relay's connection is gone", "08006");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private Array ints(int bits) throws SQLException {
        List<Integer> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < OutboxRow.BUCKETS; bucket++) {
            if ((bits & (1 << bucket)) != 0) {
                buckets.add(bucket);
            }
        }
        return connection.createArrayOf("int", buckets.toArray());
    }

    private static int bits(PreparedStatement query) throws SQLException {
        int bits = 0;
        try (ResultSet buckets = query.executeQuery()) {
            while (buckets.next()) {
                bits |= 1 << buckets.getInt(1);
            }
        }
        return bits;
    }

    private static OutboxRow row(ResultSet rows) throws SQLException {
        return new OutboxRow(
                rows.getObject("id", UUID.class),
                Lane.valueOf(rows.getString("lane")),
                rows.getString("topic"),
                rows.getString("key"),
                rows.getString("type"),
                rows.getLong("sequence"),
                rows.getString("source"),
                rows.getObject("created_at", OffsetDateTime.class).toInstant(),
                rows.getString("traceparent"),
                rows.getString("origin"),
                headers(rows.getArray("header_names"), rows.getArray("header_values")),
                extensions(rows.getArray("extension_names"), rows.getArray("extension_values")),
                rows.getBytes("data"));
    }

    private static Headers headers(Array names, Array values) throws SQLException {
        return names == null ? null : StoredHeaders.read(names, values);
    }

    private static Map<String, String> extensions(Array names, Array values) throws SQLException {
        if (names == null) {
            return Map.of();
        }
        var name = (String[]) names.getArray();
        var value = (String[]) values.getArray();
        Map<String, String> extensions = new HashMap<>();
        for (int i = 0; i < name.length; i++) {
            extensions.put(name[i], value[i]);
        }
        return extensions;
    }
}
