package galley.editorial.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.agroal.api.AgroalDataSource;

/** The chains of all articles' histories, as they stand in the database. */
@ApplicationScoped
class Chains {
    /** So many rows are in memory at a time. */
    private static final int ROWS = 500;

    private static final String ENTRIES =
            "select "
                    + ChainedEntry.COLUMNS
                    + " from history where article_id = ? and id > ? order by id limit ?";

    private static final String ENTRIES_OF_ALL =
            "select "
                    + ChainedEntry.COLUMNS
                    + " from history where article_id = any(?) order by article_id, id";

    /** Entries are appended while a chain is followed: its end and they are as of one moment. */
    private static final String AS_OF_NOW =
            "set transaction isolation level repeatable read, read only";

    private static final String END = "select id, history_hash from article where id = ?";

    private static final String ENDS =
            "select id, history_hash from article where id > ? order by id limit ?";

    private final AgroalDataSource database;

    Chains(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * The next entries of an article, oldest first.
     *
     * @param after the number of the entry before; 0 for the first ones
     * @return a few hundred at most; none when there are no more
     */
    @Transactional
    List<ChainedEntry> entries(UUID article, long after) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ENTRIES)) {
            query.setObject(1, article);
            query.setLong(2, after);
            query.setInt(3, ROWS);
            List<ChainedEntry> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(ChainedEntry.of(rows));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Follows the chain of an article; empty when there is no such article. */
    @Transactional
    Optional<Verification> verify(UUID article) {
        try (Connection connection = asOfNow();
                PreparedStatement query = connection.prepareStatement(END)) {
            query.setObject(1, article);
            return verify(connection, query).values().stream().findFirst();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * Follows the chains of the next articles.
     *
     * @param after the article before
     * @param most how many articles
     * @return by article, in their order; empty when there are no more
     */
    @Transactional
    Map<UUID, Verification> verify(UUID after, int most) {
        try (Connection connection = asOfNow();
                PreparedStatement query = connection.prepareStatement(ENDS)) {
            query.setObject(1, after);
            query.setInt(2, most);
            return verify(connection, query);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The caller's transaction begins with this. */
    private Connection asOfNow() throws SQLException {
        Connection connection = database.getConnection();
        try (Statement isolation = connection.createStatement()) {
            isolation.execute(AS_OF_NOW);
        }
        return connection;
    }

    private static Map<UUID, Verification> verify(Connection connection, PreparedStatement ends)
            throws SQLException {
        Map<UUID, ChainCheck> checks = new LinkedHashMap<>();
        try (ResultSet rows = ends.executeQuery()) {
            while (rows.next()) {
                checks.put(
                        rows.getObject("id", UUID.class),
                        new ChainCheck(rows.getString("history_hash")));
            }
        }
        Array articles = connection.createArrayOf("uuid", checks.keySet().toArray());
        try (PreparedStatement query = connection.prepareStatement(ENTRIES_OF_ALL)) {
            query.setArray(1, articles);
            query.setFetchSize(ROWS);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ChainedEntry entry = ChainedEntry.of(rows);
                    checks.get(entry.fields().articleId()).see(entry);
                }
            }
        }
        Map<UUID, Verification> results = new LinkedHashMap<>();
        checks.forEach((article, check) -> results.put(article, check.result()));
        return results;
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("The history could not be read", e);
    }
}
