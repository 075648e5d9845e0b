package galley.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import galley.localstack.Database;

/** A database of one test, without anything in it. */
public final class EmptyDatabase {
    private EmptyDatabase() {}

    /** Makes one on the shared server. */
    public static Database create() {
        Database server = GalleyServers.shared().postgres().superuser();
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = server.url().replaceFirst("/[^/?]+(\\?.*)?$", "/" + name);
        return new Database(url, server.user(), server.password());
    }
}
