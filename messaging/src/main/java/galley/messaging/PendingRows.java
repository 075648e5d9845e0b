package galley.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

import io.agroal.api.AgroalDataSource;

/**
 * The rows of a transaction, written many at once: the last ones as it begins to commit. Then they
 * are announced.
 */
final class PendingRows implements Synchronization {
    private static final int MOST_ROWS = 100;
    private static final long MOST_BYTES = 1024 * 1024;

    /** Where a row is looked for. */
    record Place(Lane lane, String key) {}

    private final AgroalDataSource dataSource;
    private final Consumer<Place> announce;
    private final List<OutboxRow> waiting = new ArrayList<>();
    private final Set<Place> written = new HashSet<>();
    private long bytes;
    private boolean committing;

    PendingRows(AgroalDataSource dataSource, Consumer<Place> announce) {
        this.dataSource = dataSource;
        this.announce = announce;
    }

    void add(OutboxRow row) {
        waiting.add(row);
        bytes += row.size();
        if (committing || waiting.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
            write();
        }
    }

    @Override
    public void beforeCompletion() {
        committing = true; // what others add as it commits comes too late to be gathered
        write();
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            written.forEach(announce);
        }
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            OutboxTable.insert(connection, waiting);
        } catch (SQLException e) {
            throw new MessagingException("The events could not be written to the outbox", e);
        }
        waiting.forEach(row -> written.add(new Place(row.lane(), row.key())));
        waiting.clear();
        bytes = 0;
    }
}
