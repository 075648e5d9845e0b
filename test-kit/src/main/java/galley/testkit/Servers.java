package galley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import galley.localstack.Directories;
import galley.localstack.KafkaBroker;
import galley.localstack.Ports;
import galley.localstack.PostgresServer;
import galley.localstack.StackDirectory;
import galley.localstack.TokenIssuer;
import galley.provisioning.DefinedTopics;

/**
 * A PostgreSQL server with every service's database, a Kafka broker with every topic, and a token
 * issuer; on free ports, with data below the {@code target} directory.
 *
 * <p>This is the one place that knows where test servers come from.
 */
public final class Servers implements AutoCloseable {
    private static final String SHARED = "galley.testkit.servers";
    private static final String SHARED_POSTGRES = SHARED + ".postgres.port";
    private static final String SHARED_KAFKA = SHARED + ".kafka.port";

    private final StackDirectory directory;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final TokenIssuer tokens;

    private Servers(StackDirectory directory, int postgresPort, int kafkaPort) {
        this.directory = directory;
        this.postgres = new PostgresServer(directory, postgresPort, true);
        this.kafka = new KafkaBroker(directory, kafkaPort);
        this.tokens = TokenIssuer.of(directory, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts servers of one's own, for tests that must not share them. */
    public static Servers start() {
        Servers servers = new Servers(newDirectory(), Ports.free(), Ports.free());
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(servers.postgres::start, Servers::inThread),
                        CompletableFuture.runAsync(servers::startKafka, Servers::inThread))
                .join();
        return servers;
    }

    /**
     * The servers of this JVM; the first call starts them. Quarkus loads test classes several
     * times, so what all of them must know is kept in system properties.
     */
    static Servers shared() {
        // A monitor that every class loader sees. Not the properties themselves: starting threads
        // read them (SecureRandom does) and would wait for this one for ever.
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(SHARED);
            if (known == null) {
                Servers started = start();
                System.setProperty(SHARED, started.directory.root().toString());
                System.setProperty(SHARED_POSTGRES, "" + started.postgres.port());
                System.setProperty(SHARED_KAFKA, "" + started.kafka.port());
                return started;
            }
            Servers adopted =
                    new Servers(
                            new StackDirectory(Path.of(known)),
                            Integer.getInteger(SHARED_POSTGRES),
                            Integer.getInteger(SHARED_KAFKA));
            adopted.postgres.adopt();
            adopted.kafka.adopt();
            return adopted;
        }
    }

    /** The database server; it can be killed and started again. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The broker; it can be killed and started again. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** Issues tokens that services with these servers' settings accept. */
    public TokenIssuer tokens() {
        return tokens;
    }

    /** Kills the servers and deletes their data. */
    @Override
    public void close() {
        for (var server : List.of(kafka, postgres)) {
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

    /** Kafka looks for its classes with the thread's loader, of which Quarkus has several. */
    private static void inThread(Runnable task) {
        Thread thread = new Thread(task, "test-servers");
        thread.setContextClassLoader(Servers.class.getClassLoader());
        thread.start();
    }

    private void startKafka() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Kafka's clients look their plug-ins up there, and a pool's thread has the program's own
        // loader, which in a Quarkus test is not the one that these classes are from.
        thread.setContextClassLoader(Servers.class.getClassLoader());
        try {
            kafka.start();
            DefinedTopics.read().createOn(kafka.bootstrapServers());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static StackDirectory newDirectory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers"));
            return new StackDirectory(Files.createTempDirectory(parent, "run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
