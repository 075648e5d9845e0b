package galley.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.provisioning.Databases;

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
        Map<String, String> databases =
                PostgresServer.DATABASES.stream().collect(Collectors.toMap(n -> n, passwords::of));
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Databases.create(connection, databases);
            if (mayReplicate) {
                for (String name : databases.keySet()) {
                    statement.execute("ALTER ROLE " + name + " REPLICATION");
                }
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
}
