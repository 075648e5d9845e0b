package galley.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes rows of the outbox. */
final class OutboxTable {
    private static final String INSERT =
            """
            insert into outbox (id, lane, bucket, topic, key, type, sequence, source, traceparent,
                header_names, header_values, data, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private OutboxTable() {}

    static void insert(Connection connection, OutboxRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, row.id());
            insert.setString(2, row.lane().name());
            insert.setInt(3, row.bucket());
            insert.setString(4, row.topic());
            insert.setString(5, row.key());
            insert.setString(6, row.type());
            insert.setLong(7, row.sequence());
            insert.setString(8, row.source());
            insert.setString(9, row.traceparent());
            if (row.headers() == null) {
                insert.setNull(10, Types.ARRAY);
                insert.setNull(11, Types.ARRAY);
            } else {
                List<String> names = new ArrayList<>();
                List<byte[]> values = new ArrayList<>();
                row.headers()
                        .forEach(
                                header -> {
                                    names.add(header.key());
                                    values.add(header.value());
                                });
                insert.setArray(10, connection.createArrayOf("text", names.toArray()));
                insert.setArray(11, connection.createArrayOf("bytea", values.toArray()));
            }
            insert.setBytes(12, row.data());
            insert.setObject(13, row.createdAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
