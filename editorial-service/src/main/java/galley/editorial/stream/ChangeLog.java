package galley.editorial.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;

import galley.editorial.article.ArticleChanged;
import galley.editorial.notification.Told;

/**
 * What streams tell, written with what it tells of.
 *
 * <p>Numbers that are given when a row is written commit in another order: who remembers only the
 * highest would miss what commits later with a lower one. So a row gets its position once it is
 * visible to everybody, from one process at a time, under a lock that is held until the positions
 * are committed. A reader that saw position n has seen, or can see, all before it. Nobody waits for
 * a long transaction, an article's changes keep their order, and positions mean the same after the
 * database was copied or restored, which transaction ids would not.
 */
@ApplicationScoped
class ChangeLog {
    private static final int MOST_AT_ONCE = 1_000;

    private static final String APPEND =
            """
            insert into change_log (at, article_id, change, recipient, notification_id)
            values (?, ?, cast(? as jsonb), ?, ?)
            """;

    private static final String ANY_NEW =
            "select exists (select from change_log where position is null)";

    private static final String LOCK = "select last from change_head for update";

    /** An article's later change was written under its lock, so its row has the higher id. */
    private static final String GIVE_POSITIONS =
            """
            with fresh as (
                select id, row_number() over (order by id) as number
                from (select id from change_log where position is null order by id limit ?) as batch
            )
            update change_log c set position = ? + fresh.number from fresh where c.id = fresh.id
            """;

    private static final String MOVE_ON = "update change_head set last = last + ?";

    private static final String HEAD = "select last, removed from change_head";

    private static final String READ =
            """
            select position, change, recipient, notification_id from change_log
            where position > ? order by position limit ?
            """;

    private static final String REMOVE =
            """
            with removed as (
                delete from change_log where id in (
                    select id from change_log
                    where at < ? and position is not null order by at limit ?)
                returning position
            ), moved as (
                update change_head
                set removed = greatest(removed, (select max(position) from removed))
            )
            select count(*) from removed
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    ChangeLog(AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void on(@Observes ArticleChanged change) {
        append(change.article(), text(change), null);
    }

    void on(@Observes Told told) {
        append(told.article(), null, told);
    }

    /** Gives positions to what was committed until now. */
    void giveAllPositions() {
        while (givePositions() == MOST_AT_ONCE) {
            // the next ones
        }
    }

    /** How far it goes; what was committed without a position yet does not count. */
    @Transactional
    LogHead head() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HEAD);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new LogHead(row.getLong("last"), row.getLong("removed"));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * What follows on a position, in order.
     *
     * @param most how many at most
     */
    @Transactional
    List<LoggedChange> after(long position, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, position);
            query.setInt(2, most);
            List<LoggedChange> changes = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    changes.add(logged(row));
                }
            }
            return changes;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Removes some of what was written before a time; answers how much. */
    @Transactional
    int remove(Instant before, int most) {
        try (Connection connection = database.getConnection()) {
            lockedLast(connection);
            try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
                delete.setObject(1, before.atOffset(ZoneOffset.UTC));
                delete.setInt(2, most);
                try (ResultSet row = delete.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** One step of {@link #giveAllPositions}; answers how many it gave. */
    @Transactional
    int givePositions() {
        try (Connection connection = database.getConnection()) {
            return anyNew(connection) ? givePositions(connection) : 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static int givePositions(Connection connection) throws SQLException {
        long last = lockedLast(connection);
        int given;
        try (PreparedStatement update = connection.prepareStatement(GIVE_POSITIONS)) {
            update.setInt(1, MOST_AT_ONCE);
            update.setLong(2, last);
            given = update.executeUpdate();
        }
        try (PreparedStatement update = connection.prepareStatement(MOVE_ON)) {
            update.setLong(1, given);
            update.executeUpdate();
        }
        return given;
    }

    private static boolean anyNew(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ANY_NEW);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static long lockedLast(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LOCK);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong("last");
        }
    }

    private void append(UUID article, String change, Told told) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(APPEND)) {
            OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
            insert.setObject(1, now);
            insert.setObject(2, article);
            insert.setString(3, change);
            insert.setString(4, told == null ? null : told.recipient());
            insert.setObject(5, told == null ? null : told.notification());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private LoggedChange logged(ResultSet row) throws SQLException {
        String change = row.getString("change");
        try {
            return new LoggedChange(
                    row.getLong("position"),
                    change == null ? null : json.readValue(change, ArticleChanged.class),
                    row.getString("recipient"),
                    row.getObject("notification_id", UUID.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that was written can't be read", e);
        }
    }

    private String text(ArticleChanged change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that can't be written as JSON", e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The change log could not be used", e);
    }
}
