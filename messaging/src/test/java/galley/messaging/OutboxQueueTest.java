package galley.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxQueueTest {
    private final TestOutbox outbox = new TestOutbox();

    @Test
    void theServerNoticesInSecondsThatTheRelaysMachineIsGone() throws SQLException {
        Connection session = outbox.dataSource.getConnection();
        try (OutboxQueue _ =
                new OutboxQueue(only(session), OutboxRelay.LOCKS, List.of(Lane.LIVE))) {
            int silence =
                    setting(session, "tcp_keepalives_idle")
                            + setting(session, "tcp_keepalives_interval")
                                    * setting(session, "tcp_keepalives_count");
            assertThat(silence).isBetween(1, 20);
            assertThat(setting(session, "tcp_user_timeout")).isBetween(1, 20_000);
        }
    }

    /** As the server has it for the session's socket, without its unit. */
    private static int setting(Connection session, String name) throws SQLException {
        String sql = "select setting::int from pg_settings where name = '%s'".formatted(name);
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static PGSimpleDataSource only(Connection session) {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() {
                return session;
            }
        };
    }
}
