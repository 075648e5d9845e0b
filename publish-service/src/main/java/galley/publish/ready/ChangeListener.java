package galley.publish.ready;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import galley.messaging.OwnConnections;

/**
 * Hears from the database of each change of the edition, whichever replica made it, and asks it
 * several times a second whether it is still there.
 */
@ApplicationScoped
class ChangeListener {
    private static final Logger LOG = Logger.getLogger(ChangeListener.class);
    private static final int ASK_AFTER_MILLIS = 300;
    private static final long TRUST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AgroalDataSource database;
    private final Changes changes;
    private volatile boolean stopped;
    private Thread listening;
    private boolean cutOff;

    ChangeListener(AgroalDataSource database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    void start(@Observes StartupEvent start) {
        listening = Thread.ofPlatform().name("edition-changes").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
        if (listening != null) {
            listening.interrupt();
        }
    }

    private void listen() {
        try (AgroalDataSource own = OwnConnections.like(database)) {
            while (!stopped) {
                listen(own);
                Thread.sleep(ASK_AFTER_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(AgroalDataSource own) {
        try (Connection connection = own.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen edition");
            changes.everything();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            if (cutOff) {
                LOG.info("Answers are kept ready again");
                cutOff = false;
            }
            while (!stopped) {
                long asked = System.nanoTime();
                statement.execute("select 1");
                take(postgres.getNotifications());
                changes.heard(TRUST_NANOS - (System.nanoTime() - asked));
                take(postgres.getNotifications(ASK_AFTER_MILLIS));
            }
        } catch (SQLException | RuntimeException e) {
            if (!cutOff && !stopped) {
                LOG.warnf("Nothing is kept ready while the database is away: %s", e);
                cutOff = true;
            }
        }
    }

    private void take(PGNotification[] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            if (notification.getParameter().equals("*")) {
                changes.everything();
            } else {
                changes.article(notification.getParameter());
            }
        }
    }
}
