package galley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import galley.localstack.BrokerServer;
import galley.localstack.DatabaseServer;
import galley.localstack.Directories;
import galley.localstack.Ports;
import galley.localstack.RestartableServer;
import galley.localstack.StackDirectory;
import galley.localstack.TokenIssuer;
import galley.provisioning.DefinedTopics;

/**
 * A PostgreSQL server with every service's database, a Kafka broker with every topic, and a token
 * issuer; on free ports, with passwords and keys below the {@code target} directory.
 *
 * <p>This is the one place that knows where test servers come from: from containers, or from
 * processes of this machine, as {@link ServerChoice} says.
 */
public final class Servers implements AutoCloseable {
    private static final String SHARED = "galley.testkit.servers";
    private static final String SHARED_SOURCE = SHARED + ".source";
    private static final String SHARED_POSTGRES = SHARED + ".postgres.port";
    private static final String SHARED_KAFKA = SHARED + ".kafka.port";

    private final ServerSource source;
    private final StackDirectory directory;
    private final DatabaseServer postgres;
    private final BrokerServer kafka;
    private final TokenIssuer tokens;

    private Servers(
            ServerSource source, StackDirectory directory, int postgresPort, int kafkaPort) {
        this.source = source;
        this.directory = directory;
        this.postgres = source.postgres(directory, postgresPort);
        this.kafka = source.kafka(directory, kafkaPort);
        this.tokens = TokenIssuer.of(directory, Clock.systemUTC());
    }

    /** Whether test servers come from containers; chooses, and starts none. */
    public static boolean areContainers() {
        return choice().source() == ServerSource.CONTAINERS;
    }

    private static ServerChoice choice() {
        return ServerChoice.of(System.getenv(ServerChoice.VARIABLE), EngineProbe::ask);
    }

    /** Starts servers that nobody else has, for tests that must not share them. */
    static Servers start() {
        return start(choice().source());
    }

    /** Starts servers that nobody else has. */
    static Servers start(ServerSource source) {
        if (source == ServerSource.CONTAINERS) {
            Orphans.remove();
        }
        Servers servers = new Servers(source, newDirectory(), Ports.free(), Ports.free());
        Runtime.getRuntime().addShutdownHook(new Thread(servers::end));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(servers.postgres::start, Servers::inThread),
                        CompletableFuture.runAsync(servers::startKafka, Servers::inThread))
                .join();
        return servers;
    }

    /**
     * The servers of this JVM; the first call chooses and starts them. Quarkus loads test classes
     * several times, so what all of them must know is kept in system properties.
     */
    static Servers shared() {
        // A monitor that every class loader sees. Not the properties themselves: starting threads
        // read them (SecureRandom does) and would wait for this one for ever.
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(SHARED);
            if (known == null) {
                ServerChoice choice = choice();
                System.out.println("Test servers: " + choice);
                Servers started = start(choice.source());
                System.setProperty(SHARED, started.directory.root().toString());
                System.setProperty(SHARED_SOURCE, choice.source().name());
                System.setProperty(SHARED_POSTGRES, "" + started.postgres.port());
                System.setProperty(SHARED_KAFKA, "" + started.kafka.port());
                return started;
            }
            return new Servers(
                            ServerSource.valueOf(System.getProperty(SHARED_SOURCE)),
                            new StackDirectory(Path.of(known)),
                            Integer.getInteger(SHARED_POSTGRES),
                            Integer.getInteger(SHARED_KAFKA))
                    .adopted();
        }
    }

    /** The same servers, as another class loader knows them. */
    Servers again() {
        return new Servers(source, directory, postgres.port(), kafka.port()).adopted();
    }

    private Servers adopted() {
        postgres.adopt();
        kafka.adopt();
        return this;
    }

    /** The database server; it can be killed and started again. */
    public DatabaseServer postgres() {
        return postgres;
    }

    /** The broker; it can be killed and started again. */
    public BrokerServer kafka() {
        return kafka;
    }

    /** Issues tokens that services with these servers' settings accept. */
    public TokenIssuer tokens() {
        return tokens;
    }

    /** Kills the servers and deletes their data. */
    @Override
    public void close() {
        for (RestartableServer server : List.of(kafka, postgres)) {
            if (server.isRunning()) {
                server.kill();
            }
            server.close();
        }
        deleteDirectory();
    }

    /** What is left to do when the JVM ends: Testcontainers removes its containers itself. */
    private void end() {
        if (source == ServerSource.EMBEDDED) {
            close();
        } else {
            deleteDirectory();
        }
    }

    private void deleteDirectory() {
        try {
            Directories.delete(directory.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kafka's clients look for plug-ins with the thread's loader; Quarkus has several. */
    private static void inThread(Runnable task) {
        Thread thread = new Thread(task, "test-servers");
        thread.setContextClassLoader(Servers.class.getClassLoader());
        thread.start();
    }

    private void startKafka() {
        kafka.start();
        DefinedTopics.read().createOn(kafka.bootstrapServers());
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
