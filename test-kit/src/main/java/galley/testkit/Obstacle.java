package galley.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A fault that only one row has, as long as the obstacle is open: whatever writes the row fails. So
 * a test makes a dead letter of any event, and mends its cause.
 */
public final class Obstacle implements AutoCloseable {
    private final DataSource database;
    private final String table;
    private final String name;

    /**
     * Gets in the way.
     *
     * @param table whose rows have an {@code id}
     * @param id the row that can't be written; it need not exist
     * @param reason what the failure says
     */
    public Obstacle(DataSource database, String table, UUID id, String reason) {
        this.database = database;
        this.table = table;
        this.name = "obstacle_" + id.toString().replace('-', '_');
        execute(
                """
                create function %1$s() returns trigger language plpgsql as
                    $$ begin raise exception '%2$s'; end $$;
                create trigger %1$s before insert or update on %3$s
                    for each row when (new.id = '%4$s') execute function %1$s();
                """
                        .formatted(name, reason, table, id));
    }

    /** Gets out of the way. */
    @Override
    public void close() {
        execute("drop trigger %1$s on %2$s; drop function %1$s()".formatted(name, table));
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
