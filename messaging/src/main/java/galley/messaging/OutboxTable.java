package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes rows of the outbox over a connection of the caller's. */
public final class OutboxTable {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private static final String INSERT =
            """
            insert into outbox (id, lane, bucket, topic, key, type, sequence, source, traceparent,
                origin, header_names, header_values, extension_names, extension_values, data,
                created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The scripts that make the tables, in order, for a program without Flyway. */
    public static final List<String> MIGRATIONS =
            List.of(
                    "/db/messaging/V20260101_01__outbox_and_inbox.sql",
                    "/db/messaging/V20260105_01__origin.sql",
                    "/db/messaging/V20260108_01__dead_letters.sql",
                    "/db/messaging/V20260127_08__extensions.sql",
                    "/db/messaging/V20261128_04__vacuum.sql");

    private OutboxTable() {}

    /**
     * Writes the event in the connection's transaction, for a program without a container; services
     * use {@link Outbox}. The relay is to be woken after the commit.
     *
     * @param source the event's {@code source}
     * @return the event's {@code id}
     * @throws SQLException when the database fails
     */
    public static UUID append(Connection connection, OutgoingEvent event, String source)
            throws SQLException {
        OutboxRow row = row(event, source);
        insert(connection, List.of(row));
        return row.id();
    }

    static OutboxRow row(OutgoingEvent event, String source) {
        return new OutboxRow(
                IDS.generate(),
                event.lane(),
                event.topic(),
                event.key(),
                event.type(),
                event.sequence(),
                source,
                now(),
                Traces.currentTraceparent(),
                Origin.current(),
                null,
                event.extensions(),
                event.data());
    }

    /** A row for a record that is sent with headers of its own. */
    static OutboxRow row(
            ConsumerRecord<String, byte[]> original, String topic, Headers headers, String source) {
        return new OutboxRow(
                IDS.generate(),
                Lane.LIVE,
                topic,
                original.key() == null ? "" : StorableText.of(original.key()),
                "dead-letter",
                0,
                source,
                now(),
                Traces.currentTraceparent(),
                null,
                headers,
                Map.of(),
                original.value());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    static void insert(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (var row : rows) {
                fill(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, OutboxRow row) throws SQLException {
        insert.setObject(1, row.id());
        insert.setString(2, row.lane().name());
        insert.setInt(3, OutboxRow.bucket(row.key()));
        insert.setString(4, row.topic());
        insert.setString(5, row.key());
        insert.setString(6, row.type());
        insert.setLong(7, row.sequence());
        insert.setString(8, row.source());
        insert.setString(9, row.traceparent());
        insert.setString(10, row.origin());
        if (row.headers() == null) {
            insert.setNull(11, Types.ARRAY);
            insert.setNull(12, Types.ARRAY);
        } else {
            StoredHeaders headers = StoredHeaders.of(row.headers());
            insert.setArray(11, headers.names(insert.getConnection()));
            insert.setArray(12, headers.values(insert.getConnection()));
        }
        if (row.extensions().isEmpty()) {
            insert.setNull(13, Types.ARRAY);
            insert.setNull(14, Types.ARRAY);
        } else {
            var connection = insert.getConnection();
            var names = row.extensions().keySet().toArray();
            var values = Stream.of(names).map(row.extensions()::get).toArray();
            insert.setArray(13, connection.createArrayOf("text", names));
            insert.setArray(14, connection.createArrayOf("text", values));
        }
        insert.setBytes(15, row.data());
        insert.setObject(16, row.createdAt().atOffset(ZoneOffset.UTC));
    }
}
