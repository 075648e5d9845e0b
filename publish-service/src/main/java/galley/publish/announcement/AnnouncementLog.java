package galley.publish.announcement;

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
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;

import galley.messaging.log.LogHead;
import galley.messaging.log.LogPositions;

/**
 * Everything that the public was told, each thing once, written with what it tells of. Whoever
 * tells it on reads from its own position, which it keeps; who has read up to a position has missed
 * nothing before it (see {@link LogPositions}).
 *
 * <p>A reader calls {@link #giveAllPositions} now and then, such as four times a second, and then
 * {@link #after}. It does not hold texts for long: what was taken back since must not be told any
 * more.
 */
@ApplicationScoped
public class AnnouncementLog {
    private static final String APPEND =
            """
            with told as (
                insert into announcement (at, article_id, revision, version, status, marks, earlier)
                select ?, ?, ?, ?, ?, coalesce(cast(? as jsonb), held -> -1), held
                from (select coalesce(
                    (select marks from announced_article where id = ?), '[]') as held) as known
                returning id
            )
            insert into announcement_document (announcement_id, document, signature)
            select id, ?, ? from told
            """;

    private static final String TAKE_BACK =
            """
            delete from announcement_document where announcement_id in (
                select id from announcement where article_id = ? and status = 'USABLE')
            """;

    /** The present ones last, each once. */
    private static final String KEEP_MARKS =
            """
            insert into announced_article as known (id, marks)
            values (?, jsonb_build_array(cast(? as jsonb)))
            on conflict (id) do update set marks = (
                select coalesce(jsonb_agg(former order by place), '[]')
                from jsonb_array_elements(known.marks) with ordinality as held (former, place)
                where former <> excluded.marks -> 0) || excluded.marks
            where known.marks -> -1 <> excluded.marks -> 0
            """;

    private static final String READ =
            """
            select a.*, d.document, d.signature from announcement a
            left join announcement_document d on d.announcement_id = a.id
            where a.position > ? order by a.position limit ?
            """;

    private final AgroalDataSource database;
    private final MarksJson json;
    private final AnnouncementConfig config;
    private final Clock clock;
    private final LogPositions positions;
    private final Event<Announced> announced;

    AnnouncementLog(
            AgroalDataSource database,
            MarksJson json,
            AnnouncementConfig config,
            Clock clock,
            Event<Announced> announced) {
        this.database = database;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.announced = announced;
        this.positions = new LogPositions(database, "announcement", "announcement_head");
    }

    /**
     * Notes that an article is to be had, in the caller's transaction, which holds the article's
     * row in the edition.
     */
    @Transactional(TxType.MANDATORY)
    public void usable(UUID article, long revision, int version, Marks marks, Notice notice) {
        try (Connection connection = database.getConnection()) {
            String present = json.write(marks);
            append(connection, article, revision, version, Status.USABLE, present, notice);
            keepMarks(connection, article, present);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Notes that an article is not to be had any more, in the caller's transaction, and drops the
     * texts of what was announced of it before.
     *
     * @param status withheld or canceled
     */
    @Transactional(TxType.MANDATORY)
    public void withdrawn(UUID article, long revision, int version, Status status, Notice notice) {
        try (Connection connection = database.getConnection()) {
            takeBack(connection, article);
            append(connection, article, revision, version, status, null, notice);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Gives positions to what was committed until now. */
    public void giveAllPositions() {
        positions.giveAll();
    }

    /** How far the log goes; what was committed without a position yet does not count. */
    public LogHead head() {
        return positions.head();
    }

    /**
     * What follows on a position, in order.
     *
     * @param most how many at most
     */
    @Transactional
    public List<Announcement> after(long position, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(READ)) {
            query.setLong(1, position);
            query.setInt(2, most);
            List<Announcement> announcements = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    announcements.add(announcement(row));
                }
            }
            return announcements;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        positions.tidy(clock.instant().minus(config.retention()));
    }

    private void append(
            Connection connection,
            UUID article,
            long revision,
            int version,
            Status status,
            String marks,
            Notice notice)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(APPEND)) {
            insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            insert.setObject(2, article);
            insert.setLong(3, revision);
            insert.setInt(4, version);
            insert.setString(5, status.name());
            insert.setString(6, marks);
            insert.setObject(7, article);
            insert.setString(8, notice.document());
            insert.setString(9, notice.signature());
            insert.executeUpdate();
        }
        announced.fire(new Announced());
    }

    private static void takeBack(Connection connection, UUID article) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(TAKE_BACK)) {
            delete.setObject(1, article);
            delete.executeUpdate();
        }
    }

    private static void keepMarks(Connection connection, UUID article, String marks)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(KEEP_MARKS)) {
            write.setObject(1, article);
            write.setString(2, marks);
            write.executeUpdate();
        }
    }

    private Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("article_id", UUID.class),
                row.getLong("revision"),
                row.getInt("version"),
                Status.valueOf(row.getString("status")),
                json.read(row.getString("marks")),
                json.readList(row.getString("earlier")),
                row.getString("document"),
                row.getString("signature"));
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The announcements could not be used", e);
    }
}
