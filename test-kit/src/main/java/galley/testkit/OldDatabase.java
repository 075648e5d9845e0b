package galley.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.flywaydb.core.Flyway;

import galley.localstack.Database;

/** A database of one test, as an earlier version of the service would have made it. */
public final class OldDatabase implements AutoCloseable {
    private static final String NEWEST = "latest";

    private final Database address;
    private final Connection connection;
    private final Statement statement;

    /**
     * Makes one on the shared server, with nothing in its tables.
     *
     * @param migration the last that there was then, such as 20260114.30
     */
    public OldDatabase(String migration) throws SQLException {
        address = create();
        migrate(migration);
        connection = connect(address);
        statement = connection.createStatement();
    }

    private static Database create() throws SQLException {
        Database server = GalleyServers.shared().postgres().superuser();
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = server.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
        return new Database(url, server.user(), server.password());
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("db/migration", "db/messaging", "db/operations")
                .target(target)
                .load()
                .migrate();
    }

    /** To fill it and to look at it; one answer at a time is open. */
    public Statement statement() {
        return statement;
    }

    /** Makes of it what the service of today makes of it. */
    public void upgrade() {
        migrate(NEWEST);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
