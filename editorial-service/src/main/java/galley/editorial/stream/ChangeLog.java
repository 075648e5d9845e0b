package galley.editorial.stream;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
import io.quarkus.scheduler.Scheduled;

import galley.editorial.article.ArticleChanged;
import galley.editorial.notification.Told;
import galley.messaging.log.LogHead;
import galley.messaging.log.LogPositions;

/** What streams tell, written with what it tells of; a log by its {@link LogPositions}. */
@ApplicationScoped
class ChangeLog {
    private static final String APPEND =
            """
            insert into change_log (at, article_id, change, recipient, notification_id)
            values (?, ?, cast(? as jsonb), ?, ?)
            """;

    private static final String READ =
            """
            select position, change, recipient, notification_id from change_log
            where position > ? order by position limit ?
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final StreamConfig config;
    private final Clock clock;
    private final LogPositions positions;

    ChangeLog(AgroalDataSource database, ObjectMapper json, StreamConfig config, Clock clock) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.positions = new LogPositions(database, "change_log", "change_head");
    }

    void on(@Observes ArticleChanged change) {
        append(change.article(), text(change), null);
    }

    void on(@Observes Told told) {
        append(told.article(), null, told);
    }

    /** Gives positions to what was committed until now. */
    void giveAllPositions() {
        positions.giveAll();
    }

    /** How far it goes; what was committed without a position yet does not count. */
    LogHead head() {
        return positions.head();
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        positions.tidy(clock.instant().minus(config.retention()));
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
