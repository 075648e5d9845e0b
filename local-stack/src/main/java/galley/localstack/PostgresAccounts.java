package galley.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The users and databases of the server. */
final class PostgresAccounts {
    static final String SUPERUSER = "postgres";
    static final List<String> USERS =
            Stream.concat(Stream.of(SUPERUSER), PostgresServer.DATABASES.stream()).toList();

    private final int port;
    private final Passwords passwords;

    PostgresAccounts(int port, Passwords passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Whether the server takes connections. */
    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes what is missing; can be broken off anywhere and called again. */
    void create(boolean mayReplicate) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : PostgresServer.DATABASES) {
                if (isMissing(statement, "pg_roles WHERE rolname", name)) {
                    statement.execute(
                            "CREATE ROLE %s LOGIN PASSWORD '%s'"
                                    .formatted(name, passwords.of(name)));
                }
                if (mayReplicate) {
                    statement.execute("ALTER ROLE " + name + " REPLICATION");
                }
                if (isMissing(statement, "pg_database WHERE datname", name)) {
                    statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                }
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new StartFailedException("PostgreSQL refused to set up: " + e.getMessage());
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url(port, SUPERUSER) + "?connectTimeout=5&socketTimeout=60",
                SUPERUSER,
                passwords.of(SUPERUSER));
    }

    private static boolean isMissing(Statement statement, String where, String name)
            throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT 1 FROM %s = '%s'".formatted(where, name))) {
            return !found.next();
        }
    }
}
