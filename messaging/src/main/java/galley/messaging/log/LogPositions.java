package galley.messaging.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/**
 * Gives the rows of a table the positions by which it is read as a log.
 *
 * <p>Numbers that are given when a row is written commit in another order: who remembers only the
 * highest would miss what commits later with a lower one. So a row gets its position once it is
 * visible to everybody, from one process at a time, under a lock that is held until the positions
 * are committed. A reader that saw position n has seen, or can see, all before it. Nobody waits for
 * a long transaction, rows that were written under one lock keep their order, and positions mean
 * the same after the database was copied or restored, which transaction ids would not.
 *
 * <p>The table has {@code id bigint generated always as identity primary key}, {@code position
 * bigint unique}, null until it is given, and {@code at timestamptz}, when the row was written. It
 * needs an index on {@code id} of the rows without a position, and one on {@code at}. A second
 * table holds one row, {@code last bigint, removed bigint}, which begins with zeros. Whoever writes
 * a row leaves both to this class.
 */
public final class LogPositions {
    private static final Logger LOG = Logger.getLogger(LogPositions.class);
    private static final int MOST_AT_ONCE = 1_000;
    private static final int MOST_REMOVED_AT_ONCE = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    private final DataSource database;
    private final String anyNew;
    private final String lock;
    private final String givePositions;
    private final String moveOn;
    private final String readHead;
    private final String remove;

    /**
     * The positions of a table.
     *
     * @param database connections that take part in the caller's transaction
     * @param table the log's name
     * @param head the name of the table with the one row
     */
    public LogPositions(DataSource database, String table, String head) {
        if (!NAME.matcher(table).matches() || !NAME.matcher(head).matches()) {
            throw new IllegalArgumentException("Not the names of tables: " + table + ", " + head);
        }
        this.database = database;
        anyNew = "select exists (select from %s where position is null)".formatted(table);
        lock = "select last from %s for update".formatted(head);
        // What was written under one lock has ascending ids.
        givePositions =
                """
                with fresh as (
                    select id, row_number() over (order by id) as number
                    from (select id from %1$s where position is null order by id limit ?) as batch
                )
                update %1$s log set position = ? + fresh.number from fresh where log.id = fresh.id
                """
                        .formatted(table);
        moveOn = "update %s set last = last + ?".formatted(head);
        readHead = "select last, removed from %s".formatted(head);
        remove =
                """
                with removed as (
                    delete from %1$s where id in (
                        select id from %1$s
                        where at < ? and position is not null order by at limit ?)
                    returning position
                ), moved as (
                    update %2$s
                    set removed = greatest(removed, (select max(position) from removed))
                )
                select count(*) from removed
                """
                        .formatted(table, head);
    }

    /** Gives positions to what was committed until now. */
    public void giveAll() {
        while (inTransaction(this::give) == MOST_AT_ONCE) {
            // the next ones
        }
    }

    /** How far the log goes; what was committed without a position yet does not count. */
    public LogHead head() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(readHead);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new LogHead(row.getLong("last"), row.getLong("removed"));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Keeps the log short, also while nobody reads it: gives positions, and removes what was
     * written before a time, in small steps. What fails is left for the next call.
     */
    public void tidy(Instant before) {
        try {
            giveAll();
            removeOlderThan(before);
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "A log is tidied later");
        }
    }

    private void removeOlderThan(Instant time) {
        while (inTransaction(connection -> remove(connection, time)) == MOST_REMOVED_AT_ONCE) {
            // the next ones
        }
    }

    private int give(Connection connection) throws SQLException {
        if (!anyNew(connection)) {
            return 0;
        }
        long last = lockedLast(connection);
        int given;
        try (PreparedStatement update = connection.prepareStatement(givePositions)) {
            update.setInt(1, MOST_AT_ONCE);
            update.setLong(2, last);
            given = update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(moveOn)) {
            update.setLong(1, given);
            update.executeUpdate();
        }
        return given;
    }

    private int remove(Connection connection, Instant time) throws SQLException {
        lockedLast(connection);
        try (PreparedStatement delete = connection.prepareStatement(remove)) {
            delete.setObject(1, time.atOffset(ZoneOffset.UTC));
            delete.setInt(2, MOST_REMOVED_AT_ONCE);
            try (ResultSet row = delete.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private boolean anyNew(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(anyNew);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private long lockedLast(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(lock);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong("last");
        }
    }

    /** A transaction of its own, so that the lock is never held longer than it takes. */
    private int inTransaction(Step step) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            try (Connection connection = database.getConnection()) {
                                return step.run(connection);
                            } catch (SQLException e) {
                                throw failed(e);
                            }
                        });
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The log could not be used", e);
    }

    private interface Step {
        int run(Connection connection) throws SQLException;
    }
}
