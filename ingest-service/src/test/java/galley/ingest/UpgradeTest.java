package galley.ingest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import galley.testkit.EmptyDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that an earlier version wrote goes on with this one. */
class UpgradeTest {

    @Test
    void theQuarantineOfBeforeKeepsWhatBecameOfIt() throws SQLException {
        var database = EmptyDatabase.create();
        var flyway =
                Flyway.configure()
                        .dataSource(database.url(), database.user(), database.password())
                        .locations("db/migration", "db/messaging", "db/operations");
        flyway.target("20260105.01").load().migrate();
        try (var connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            execute(
                    connection,
                    """
                    insert into source (id, revision, name, kind, state, format, owner, created_at)
                    values (gen_random_uuid(), 1, 'Wire', 'PUSH', 'ACTIVE', 'json', 'wire', now());
                    insert into document (sha256, bytes, received_at)
                    values (repeat('a', 64), 'x', now());
                    insert into quarantined (id, source_id, identity, sha256, address, reason,
                        content_hash, first_seen, last_seen, tries, resolved_at)
                    select gen_random_uuid(), source.id, identity, repeat('a', 64), 'https://wire.example/',
                        'unreadable', 'h', now(), now(), 0, resolved_at
                    from source, (values ('waits', null), ('came', now())) as e(identity, resolved_at);
                    """);
            flyway.target("latest").load().migrate();
            assertThat(
                            column(
                                    connection,
                                    "select identity || ' ' || state from quarantined order by 1"))
                    .containsExactly("came RESOLVED", "waits WAITING");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }
}
