package galley.operations.staff;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.operations.OnServers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@OnServers
class StaffTest {
    @Inject Staff staff;
    @Inject AgroalDataSource dataSource;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void aPersonHasOnePseudonymThatSaysNothing() {
        String ada = staff.actor(subject, "Ada");
        assertThat(ada).startsWith("staff:").doesNotContain(subject);
        assertThat(staff.actor(subject, "Ada")).isEqualTo(ada);
        assertThat(staff.actor(subject, "Ada Lobo")).isEqualTo(ada);
        assertThat(staff.actor(UUID.randomUUID().toString(), "Ada")).isNotEqualTo(ada);
        assertThat(staff.names(List.of(ada, "service:publish"))).isEqualTo(Map.of(ada, "Ada Lobo"));
    }

    @Test
    void whoWasErasedHasNoName() throws SQLException {
        String ada = staff.actor(subject, "Ada");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update staff set subject = null, name = null where subject = '%s'"
                            .formatted(subject));
        }
        assertThat(staff.names(List.of(ada))).isEmpty();
        assertThat(staff.subjects(List.of(ada))).isEmpty();
    }

    @Test
    void whoHasAPseudonymIsKnownToUs() {
        String ada = staff.actor(subject);
        assertThat(staff.subjects(List.of(ada, "service:publish"))).isEqualTo(Map.of(ada, subject));
    }

    @Test
    void aPersonWithoutANameIsKnownByThePseudonymAlone() {
        assertThat(staff.names(List.of(staff.actor(subject, null)))).isEmpty();
    }

    @Test
    void whoIsNamedByTwoAtOnceHasOnePseudonym() throws Exception {
        UUID first = UUID.randomUUID();
        try (Connection other = dataSource.getConnection();
                Statement insert = other.createStatement()) {
            other.setAutoCommit(false);
            insert.execute(
                    "insert into staff (id, subject, first_seen) values ('%s', '%s', now())"
                            .formatted(first, subject));
            CompletableFuture<String> second =
                    CompletableFuture.supplyAsync(() -> staff.actor(subject));
            await().until(this::isWaiting);
            other.commit();
            assertThat(second.get(10, SECONDS)).isEqualTo("staff:" + first);
        }
    }

    private boolean isWaiting() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement query = connection.createStatement();
                ResultSet row =
                        query.executeQuery(
                                "select exists (select from pg_stat_activity where wait_event_type"
                                        + " = 'Lock' and query like '%insert into staff%')")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
