package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.provisioning.Databases;

/** The users and databases of a server, with passwords that the stack's directory keeps. */
public final class PostgresAccounts {
    static final String SUPERUSER = "postgres";
    static final List<String> USERS =
            Stream.concat(Stream.of(SUPERUSER), PostgresServer.DATABASES.stream()).toList();

    private final int port;
    private final Passwords passwords;

    /**
     * @param directory where passwords are, or are put
     * @param port of the server
     */
    public PostgresAccounts(StackDirectory directory, int port) {
        this.port = port;
        try {
            passwords = Passwords.in(directory.secrets().resolve("postgres.properties"), USERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach a database as the user of the same name. */
    public Database database(String name) {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name, name, passwords.of(name));
    }

    /** How to reach the maintenance database as the server's superuser. */
    public Database superuser() {
        return database(SUPERUSER);
    }

    /** Whether the server takes connections. */
    public boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Makes what is missing; can be broken off anywhere and called again.
     *
     * @param mayReplicate whether the services' users may follow the server's log
     */
    public void create(boolean mayReplicate) {
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
        Database superuser = superuser();
        return DriverManager.getConnection(
                superuser.url() + "?connectTimeout=5&socketTimeout=60",
                superuser.user(),
                superuser.password());
    }
}
