package galley.testkit;

import java.util.ArrayList;
import java.util.List;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

import galley.localstack.Database;
import galley.localstack.DatabaseServer;
import galley.localstack.PostgresAccounts;
import galley.localstack.PostgresSettings;
import galley.localstack.StackDirectory;

/** PostgreSQL in a container, with the settings, databases and users of the embedded one. */
final class DatabaseContainer extends ContainerServer implements DatabaseServer {
    private final PostgresAccounts accounts;

    DatabaseContainer(StackDirectory directory, int port) {
        super("postgres", directory, port);
        accounts = new PostgresAccounts(directory, port);
    }

    @Override
    GenericContainer<?> make() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        command.addAll(PostgresSettings.server(true));
        return new PostgreSQLContainer(TestImages.POSTGRES)
                .withUsername(superuser().user())
                .withPassword(superuser().password())
                .withDatabaseName(superuser().user())
                .withEnv("POSTGRES_INITDB_ARGS", String.join(" ", PostgresSettings.INITDB))
                .withCommand(command.toArray(String[]::new));
    }

    @Override
    void awaitAnswer() {
        awaitThat(accounts::answers);
    }

    @Override
    public void start() {
        super.start();
        accounts.create(true);
    }

    @Override
    public Database database(String name) {
        return accounts.database(name);
    }

    @Override
    public Database superuser() {
        return accounts.superuser();
    }
}
