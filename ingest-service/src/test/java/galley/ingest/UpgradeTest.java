package galley.ingest;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import galley.testkit.OldDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that an earlier version wrote goes on with this one. */
class UpgradeTest {

    @Test
    void theQuarantineOfBeforeKeepsWhatBecameOfIt() throws SQLException {
        try (var database = new OldDatabase("20260105.01")) {
            database.statement()
                    .execute(
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
            database.upgrade();
            assertThat(
                            column(
                                    database.statement(),
                                    "select identity || ' ' || state from quarantined order by 1"))
                    .containsExactly("came RESOLVED", "waits WAITING");
        }
    }

    private static List<String> column(Statement database, String sql) throws SQLException {
        try (var rows = database.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }
}
