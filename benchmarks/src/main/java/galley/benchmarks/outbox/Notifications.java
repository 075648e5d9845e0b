package galley.benchmarks.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Listens to what the database tells of commits: the keys of new events. */
final class Notifications implements AutoCloseable {
    /** Lets every transaction tell the keys it has written events for, once it commits. */
    static final String TRIGGER =
            """
            create function tell_key() returns trigger language plpgsql as
                $$ begin perform pg_notify('outbox', new.key); return null; end $$;
            create trigger tell_key after insert on outbox
                for each row execute function tell_key()
            """;

    private final Connection connection;
    private final Consumer<String> keys;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean ended;

    Notifications(DataSource connections, Consumer<String> keys) throws SQLException {
        this.keys = keys;
        connection = connections.getConnection();
        try (Statement listen = connection.createStatement()) {
            listen.execute("listen outbox");
        }
        thread.execute(this::listen);
    }

    private void listen() {
        try {
            PGConnection session = connection.unwrap(PGConnection.class);
            while (!ended) {
                for (PGNotification notification : session.getNotifications(100)) {
                    keys.accept(notification.getParameter());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        ended = true;
        thread.close();
        connection.close();
    }
}
