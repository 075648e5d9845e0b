package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;

/** Letters in the database, over connections of the caller's. */
final class DeadLetterTable {
    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    private static final String INSERT =
            """
            insert into dead_letter (id, consumer_group, topic, partition, record_offset, key,
                header_names, header_values, data, failed_at, reason, exception)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, now(), ?, ?)
            """;

    private static final String SELECT =
            """
            select id, consumer_group, topic, partition, record_offset, key, header_names,
                header_values, failed_at, reason, exception, tries, state, decided_by, decided_at,
                note
            from dead_letter
            """;

    private static final String OLDER =
            """
            select id from dead_letter
            where state = 'WAITING' and consumer_group = ? and key = ? and (failed_at, id) < (?, ?)
            order by failed_at, id limit 1
            """;

    private static final String DECIDE =
            """
            update dead_letter set state = ?, decided_by = ?, decided_at = now(), note = ?
            where id = ?
            """;

    private static final String FAILED_AGAIN =
            """
            update dead_letter set tries = tries + 1, reason = ?, exception = ?
            where id = ? and state = 'WAITING'
            """;

    private DeadLetterTable() {}

    static void insert(
            Connection connection,
            String group,
            ConsumerRecord<String, byte[]> record,
            Failure failure)
            throws SQLException {
        StoredHeaders headers = StoredHeaders.of(DeadLetterHeaders.original(record.headers()));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, IDS.generate());
            insert.setString(2, group);
            insert.setString(3, record.topic());
            insert.setInt(4, record.partition());
            insert.setLong(5, record.offset());
            insert.setString(6, StorableText.of(record.key()));
            insert.setArray(7, headers.names(connection));
            insert.setArray(8, headers.values(connection));
            insert.setBytes(9, record.value());
            insert.setString(10, failure.reason());
            insert.setString(11, failure.exception());
            insert.executeUpdate();
        }
    }

    /** Letters in the order in which they failed, after a place that is null for the start. */
    static List<DeadLetter> list(
            Connection connection, DeadLetterFilter filter, Instant time, UUID id, int limit)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(SELECT).append("where state = ?");
        values.add(filter.state().name());
        and(sql, values, "topic = ?", filter.topic());
        and(sql, values, "consumer_group = ?", filter.group());
        and(sql, values, "key = ?", filter.key());
        if (time != null) {
            sql.append(" and (failed_at, id) > (?, ?)");
            values.add(time.atOffset(ZoneOffset.UTC));
            values.add(id);
        }
        sql.append(" order by failed_at, id limit ?");
        values.add(limit);
        try (PreparedStatement query = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return letters(query);
        }
    }

    private static void and(
            StringBuilder sql, List<Object> values, String condition, String value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(StorableText.of(value));
        }
    }

    static Optional<DeadLetter> find(Connection connection, UUID id) throws SQLException {
        return one(connection, SELECT + "where id = ?", id);
    }

    /** Like {@link #find}, but nobody else decides on it until the transaction ends. */
    static Optional<DeadLetter> lock(Connection connection, UUID id) throws SQLException {
        return one(connection, SELECT + "where id = ? for update", id);
    }

    private static Optional<DeadLetter> one(Connection connection, String sql, UUID id)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            return letters(query).stream().findFirst();
        }
    }

    /** The oldest letter of the same group and key that waits and failed before this one. */
    static Optional<UUID> older(Connection connection, DeadLetter letter) throws SQLException {
        if (letter.key() == null) {
            return Optional.empty(); // records without a key have no order
        }
        try (PreparedStatement query = connection.prepareStatement(OLDER)) {
            query.setString(1, letter.group());
            query.setString(2, letter.key());
            query.setObject(3, letter.failedAt().atOffset(ZoneOffset.UTC));
            query.setObject(4, letter.id());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(rows.getObject("id", UUID.class))
                        : Optional.empty();
            }
        }
    }

    /** The value of a letter's record; empty where it had none, or the letter is gone. */
    static Optional<byte[]> value(Connection connection, UUID id) throws SQLException {
        return Optional.ofNullable(record(connection, id)).map(ConsumerRecord::value);
    }

    /** The record of a letter as it came; null where the letter is gone. */
    static ConsumerRecord<String, byte[]> record(Connection connection, UUID id)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select topic, partition, record_offset, key, header_names, header_values,
                            data
                        from dead_letter where id = ?
                        """)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? record(row) : null;
            }
        }
    }

    static void decide(
            Connection connection, UUID id, DeadLetter.State state, String decidedBy, String note)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(DECIDE)) {
            update.setString(1, state.name());
            update.setString(2, decidedBy);
            update.setString(3, note);
            update.setObject(4, id);
            update.executeUpdate();
        }
    }

    static void failedAgain(Connection connection, UUID id, Failure failure) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(FAILED_AGAIN)) {
            update.setString(1, failure.reason());
            update.setString(2, failure.exception());
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    private static ConsumerRecord<String, byte[]> record(ResultSet row) throws SQLException {
        byte[] data = row.getBytes("data");
        return new ConsumerRecord<>(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                ConsumerRecord.NO_TIMESTAMP,
                TimestampType.NO_TIMESTAMP_TYPE,
                ConsumerRecord.NULL_SIZE,
                data == null ? ConsumerRecord.NULL_SIZE : data.length,
                row.getString("key"),
                data,
                headers(row),
                Optional.empty());
    }

    private static List<DeadLetter> letters(PreparedStatement query) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                letters.add(letter(rows));
            }
        }
        return letters;
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        Headers headers = headers(row);
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("consumer_group"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getString("key"),
                StoredHeaders.texts(headers),
                Origin.traceId(headers),
                row.getString("reason"),
                row.getString("exception"),
                row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                DeadLetter.State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("note"));
    }

    private static Headers headers(ResultSet row) throws SQLException {
        return StoredHeaders.read(row.getArray("header_names"), row.getArray("header_values"));
    }
}
