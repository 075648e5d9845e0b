package galley.operations.staff;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.operations.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

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
    }

    @Test
    void aPersonWithoutANameIsKnownByThePseudonymAlone() {
        assertThat(staff.names(List.of(staff.actor(subject, null)))).isEmpty();
    }
}
