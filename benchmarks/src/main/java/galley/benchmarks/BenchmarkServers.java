package galley.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import galley.localstack.Directories;
import galley.localstack.KafkaBroker;
import galley.localstack.Ports;
import galley.localstack.PostgresServer;
import galley.localstack.StackDirectory;
import galley.localstack.StackServer;

/**
 * A PostgreSQL server and a Kafka broker as the local stack runs them, on free ports and with data
 * of their own that go with them. The server's log can be followed by logical decoding.
 */
public final class BenchmarkServers implements AutoCloseable {
    private final StackDirectory directory;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Thread atExit = new Thread(this::end);

    private BenchmarkServers(StackDirectory directory) {
        this.directory = directory;
        this.postgres = new PostgresServer(directory, Ports.free(), true);
        this.kafka = new KafkaBroker(directory, Ports.free());
    }

    /** Starts both; the data lie on the project's disk, as memory would flatter the figures. */
    public static BenchmarkServers start() throws IOException {
        Path parent = Files.createDirectories(Path.of("benchmarks", "target", "servers"));
        var servers =
                new BenchmarkServers(new StackDirectory(Files.createTempDirectory(parent, "run")));
        Runtime.getRuntime().addShutdownHook(servers.atExit);
        servers.postgres.start();
        servers.kafka.start();
        return servers;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    /** A place for what a benchmark wants to keep while it runs. */
    public Path directory() {
        return directory.root();
    }

    /** Kills the servers and deletes their data. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        end();
    }

    private void end() {
        for (StackServer server : List.of(kafka, postgres)) {
            if (server.isRunning()) {
                server.kill();
            }
        }
        try {
            Directories.delete(directory.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
