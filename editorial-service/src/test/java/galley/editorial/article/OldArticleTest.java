package galley.editorial.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;

import galley.testkit.OldDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** An article that an earlier version wrote. */
class OldArticleTest {
    private static final String BEFORE = "20260114.30";
    private static final String ID = "0198c2f0-0000-7000-8000-00000000000a";

    private static void step(Statement database, String at, String from, String to)
            throws SQLException {
        database.execute(
                """
                insert into history (article_id, at, actor, step, from_workflow, to_workflow,
                    to_publication, revision_seen, version)
                values ('%s', '%s', 'staff:x', 'edit', %s, '%s', 'UNPUBLISHED', 1, 0)
                """
                        .formatted(ID, at, from, to));
    }

    @Test
    void standsInItsStateSinceItsLastStepThatChangedIt() throws SQLException {
        try (var database = new OldDatabase(BEFORE)) {
            var statement = database.statement();
            statement.execute(
                    """
                    insert into article (id, revision, version, workflow, publication, touched,
                        content, corrections, created_at, updated_at, live_version,
                        publication_revision)
                    values ('%s', 3, 0, 'IN_REVIEW', 'UNPUBLISHED', true, '{}', '[]', now(), now(),
                        0, 0)
                    """
                            .formatted(ID));
            step(statement, "2026-05-20T12:00:00Z", "null", "DRAFT");
            step(statement, "2026-05-20T12:05:00Z", "'DRAFT'", "IN_REVIEW");
            step(statement, "2026-05-20T12:30:00Z", "'IN_REVIEW'", "IN_REVIEW");

            database.upgrade();

            try (ResultSet row = statement.executeQuery("select state_since from article")) {
                row.next();
                assertThat(row.getObject(1, OffsetDateTime.class).toInstant())
                        .isEqualTo(Instant.parse("2026-05-20T12:05:00Z"));
            }
        }
    }
}
