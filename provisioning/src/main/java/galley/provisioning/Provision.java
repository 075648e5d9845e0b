package galley.provisioning;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;

/**
 * Makes everything the services need of PostgreSQL and Kafka, and ends. Settings are environment
 * variables:
 *
 * <ul>
 *   <li>{@code POSTGRES_URL} (JDBC), {@code POSTGRES_USER}, {@code POSTGRES_PASSWORD}: the server's
 *       superuser
 *   <li>{@code KAFKA_…}: how a superuser reaches the brokers; {@code KAFKA_SASL_MECHANISM} is the
 *       client's {@code sasl.mechanism}, and so on
 *   <li>{@code DATABASE_PASSWORD_<NAME>}: a database, and its user's password
 *   <li>{@code ACCOUNT_PASSWORD_<NAME>}: an account with the brokers, and its password
 * </ul>
 */
public final class Provision {
    private Provision() {}

    /** Takes no arguments; exits with 1 and one line when a server refuses. */
    public static void main(String[] arguments) {
        try {
            provision(System.getenv());
        } catch (SQLException | ExecutionException | IllegalStateException e) {
            Throwable cause = e instanceof SQLException ? e : e.getCause();
            System.err.println("The servers could not be set up: " + (cause == null ? e : cause));
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void provision(Map<String, String> environment)
            throws SQLException, ExecutionException, InterruptedException {
        Map<String, String> databases = named(environment, "DATABASE_PASSWORD_");
        try (Connection superuser =
                DriverManager.getConnection(
                        environment.get("POSTGRES_URL"),
                        environment.get("POSTGRES_USER"),
                        environment.get("POSTGRES_PASSWORD"))) {
            Databases.create(superuser, databases);
        }
        System.out.println("Databases: " + String.join(", ", databases.keySet()));

        DefinedTopics topics = DefinedTopics.read();
        DefinedAccess access = DefinedAccess.read();
        Map<String, String> accounts = named(environment, "ACCOUNT_PASSWORD_");
        if (!accounts.keySet().containsAll(access.accounts())) {
            throw new IllegalStateException(
                    "A password is needed for each of: " + String.join(", ", access.accounts()));
        }
        try (Admin admin = Admin.create(clientSettings(environment))) {
            topics.createWith(admin);
            KafkaAccounts.set(admin, accounts);
            access.createWith(admin);
        }
        System.out.println("Topics: " + String.join(", ", topics.names()));
        System.out.println("Accounts: " + String.join(", ", accounts.keySet()));
    }

    private static Map<String, String> named(Map<String, String> environment, String prefix) {
        Map<String, String> values = new HashMap<>();
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        values.put(name.substring(prefix.length()).toLowerCase(Locale.ROOT), value);
                    }
                });
        return values;
    }

    private static Map<String, Object> clientSettings(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        named(environment, "KAFKA_")
                .forEach((name, value) -> settings.put(name.replace('_', '.'), value));
        return settings;
    }
}
