package galley.editorial.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import galley.testkit.OldDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A history that an earlier version wrote is chained as if it had been from the start. */
class OldHistoryTest {
    private static final String BEFORE = "20260114.30";
    private static final String ONE = "0198c2f0-0000-7000-8000-00000000000a";
    private static final String OTHER = "0198c2f0-0000-7000-8000-00000000000b";

    private static void article(Statement database, String id) throws SQLException {
        database.execute(
                """
                insert into article (id, revision, version, workflow, publication, touched, content,
                    corrections, created_at, updated_at, live_version, publication_revision)
                values ('%s', 1, 0, 'DRAFT', 'UNPUBLISHED', true, '{}', '[]', now(), now(), 0, 0)
                """
                        .formatted(id));
    }

    private static void entry(
            Statement database, String article, String at, String note, String details)
            throws SQLException {
        database.execute(
                """
                insert into history (article_id, at, actor, address, step, from_workflow, to_workflow,
                    from_publication, to_publication, revision_seen, version, note, trace_id, details)
                values ('%s', '%s', 'staff:x', '127.0.0.1', 'edit', 'CHANGES_REQUESTED', 'IN_REVIEW',
                    'UNPUBLISHED', 'LIVE', 9007199254740991, 3, %s, 'abc', %s)
                """
                        .formatted(article, at, note, details));
    }

    @Test
    void oldEntriesAreHashedLikeNewOnes() throws SQLException {
        try (var database = new OldDatabase(BEFORE)) {
            var statement = database.statement();
            for (String id : List.of(ONE, OTHER)) {
                article(statement, id);
            }
            entry(statement, ONE, "2026-05-20T12:00:00.000001Z", "null", "null");
            entry(
                    statement,
                    OTHER,
                    "2026-05-20T23:30:00-05:00",
                    "E'\\x01\\x1f\\b\\f\\r\\n\\t \"q\" \\\\ / \\u007f \\u2028 é 🚢 <&>'",
                    "'{}'");
            entry(
                    statement,
                    ONE,
                    "2026-05-20T12:00:00Z",
                    "''",
                    """
                    '{"b": [1, 1.0, 0.970, 1e2, 0.000001, -0.0, true, null, "1.0"], "aa": {"ä": 1, "z": {}},
                      "a": [], "value": 123456789012345678901234567890, "": "x", "B": 0.30000000000000004}'
                    """);
            entry(
                    statement,
                    ONE,
                    "2026-05-20T12:00:01.5Z",
                    "'n'",
                    "'{\"accepted\": [{\"c\": 1.0}]}'");

            database.upgrade();

            assertThat(faults(statement, ONE, 3)).isEmpty();
            assertThat(faults(statement, OTHER, 1)).isEmpty();
        }
    }

    private static List<String> faults(Statement database, String article, int entries)
            throws SQLException {
        List<String> faults = new ArrayList<>();
        ChainCheck check = new ChainCheck(end(database, article));
        String previous = Chain.START;
        String query =
                "select %s from history where article_id = '%s' order by id"
                        .formatted(ChainedEntry.COLUMNS, article);
        try (ResultSet rows = database.executeQuery(query)) {
            while (rows.next()) {
                ChainedEntry entry = ChainedEntry.of(rows);
                check.see(entry);
                if (!entry.follows(previous)) {
                    faults.add("not hashed like " + entry.line(previous));
                }
                previous = entry.hash();
            }
        }
        Verification seen = check.result();
        if (!seen.intact() || seen.entries() != entries) {
            faults.add(seen.toString());
        }
        return faults;
    }

    private static String end(Statement database, String article) throws SQLException {
        try (ResultSet row =
                database.executeQuery(
                        "select history_hash from article where id = '" + article + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}
