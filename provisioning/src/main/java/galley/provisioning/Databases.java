package galley.provisioning;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A database for each service, owned by a user of the same name who may do nothing else. */
public final class Databases {
    private Databases() {}

    /**
     * Makes databases and users that are missing, and gives those that exist these passwords.
     *
     * @param superuser a connection of the server's superuser; stays open
     * @param passwords by the name of the database and its user: a word of letters
     * @throws SQLException when the server refuses
     */
    public static void create(Connection superuser, Map<String, String> passwords)
            throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE postgres FROM PUBLIC");
            for (var account : passwords.entrySet()) {
                String name = statement.enquoteIdentifier(account.getKey(), true);
                if (isMissing(statement, "pg_roles WHERE rolname", account.getKey())) {
                    statement.execute("CREATE ROLE " + name + " LOGIN");
                }
                statement.execute(
                        "ALTER ROLE %s PASSWORD %s"
                                .formatted(name, statement.enquoteLiteral(account.getValue())));
                if (isMissing(statement, "pg_database WHERE datname", account.getKey())) {
                    statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, name));
                }
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        }
    }

    private static boolean isMissing(Statement statement, String where, String name)
            throws SQLException {
        String query = "SELECT 1 FROM %s = %s".formatted(where, statement.enquoteLiteral(name));
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }
}
