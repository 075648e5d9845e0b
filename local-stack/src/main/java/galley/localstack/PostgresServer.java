package galley.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of our own with one database for each service, on the loopback address. Its
 * data outlive it; what it has committed survives the loss of power.
 *
 * <p>Can be started again after {@link #stop} and {@link #kill}, with the same data on the same
 * port. Not safe for use by several threads.
 */
public final class PostgresServer implements StackServer, DatabaseServer {
    /** The services' databases; each is owned by a user of the same name. */
    public static final List<String> DATABASES = List.of("ingest", "editorial", "publish");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    // Fast shutdown: does not wait for clients to leave.
    private static final String STOP_SIGNAL = "INT";

    private final StackDirectory directory;
    private final int port;
    private final boolean logicalReplication;
    private volatile PostgresAccounts accounts;
    private volatile Child child;

    /**
     * @param directory where the server keeps its data
     * @param port to listen on
     * @param logicalReplication whether the server's log can be followed by logical decoding
     */
    public PostgresServer(StackDirectory directory, int port, boolean logicalReplication) {
        this.directory = directory;
        this.port = port;
        this.logicalReplication = logicalReplication;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public int port() {
        return port;
    }

    /**
     * Starts the server and waits until it answers and has every database. The first start makes
     * the data directory; a server that an earlier process left behind is ended first.
     */
    @Override
    public void start() {
        try {
            PostgresBinaries binaries = PostgresBinaries.unpacked();
            accounts = new PostgresAccounts(directory, port);
            new PostgresProcess(directory.postgres()).end();
            if (!Files.exists(directory.postgres())) {
                initialise(binaries);
            }
            launch(command(binaries));
            accounts.create(logicalReplication);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void adopt() {
        try {
            accounts = new PostgresAccounts(directory, port);
            child =
                    new PostgresProcess(directory.postgres())
                            .running()
                            .map(process -> new Child(process, STOP_SIGNAL))
                            .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Database database(String name) {
        return accounts.database(name);
    }

    @Override
    public Database superuser() {
        return accounts.superuser();
    }

    @Override
    public Child child() {
        return child;
    }

    private void launch(List<String> command) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Path log = directory.log(name());
        while (true) {
            child = Child.start(command, Map.of(), log, STOP_SIGNAL);
            try {
                Startup.await(name(), child, accounts::answers, log, PATIENCE);
                return;
            } catch (StartFailedException e) {
                // After a SIGKILL the server's own children take a moment to notice.
                boolean passes = e.getMessage().contains("shared memory block");
                if (!passes || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private List<String> command(PostgresBinaries binaries) throws IOException {
        List<String> command =
                new ArrayList<>(OrdinaryUser.inFrontOfCommandsOn(directory.postgres()));
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", directory.postgres().toString(), "-p", "" + port));
        command.addAll(
                List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        command.addAll(PostgresSettings.server(logicalReplication));
        return command;
    }

    private void initialise(PostgresBinaries binaries) throws IOException {
        Path draft = directory.root().resolve("postgres.new");
        Directories.delete(draft);
        Files.createDirectories(draft);
        Path password = directory.root().resolve("postgres.password");
        PrivateFiles.write(password, accounts.superuser().password());
        List<String> command = new ArrayList<>(OrdinaryUser.inFrontOfCommandsOn(draft));
        command.addAll(
                List.of(
                        binaries.program("initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + PostgresAccounts.SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256"));
        command.addAll(PostgresSettings.INITDB);
        Child.run("initdb", command, directory.log(name()));
        Files.delete(password);
        Files.move(draft, directory.postgres(), StandardCopyOption.ATOMIC_MOVE);
    }
}
