package galley.localstack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

import galley.provisioning.DefinedTopics;

/** PostgreSQL, Kafka and the three services on one machine. */
public final class Stack implements AutoCloseable {
    private static final Duration SERVICE_PATIENCE = Duration.ofSeconds(20);

    /** What a service's virtual machine is started with, unless other options are given. */
    public static final List<String> JAVA_OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final Duration SERVER_PATIENCE = Duration.ofSeconds(30);

    private final StackDirectory directory;
    private final StackPorts ports;
    private final Path programs;
    private final Function<String, List<String>> javaOptions;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final TokenIssuer tokens;
    private final String secretsKey;
    private final Path media;
    private final Path folders;
    private final List<ServiceProcess> services;

    /**
     * @param programs has the packaged services: {@code ingest-service/quarkus-run.jar} and so on
     */
    public Stack(StackDirectory directory, StackPorts ports, Path programs) {
        this(directory, ports, programs, service -> JAVA_OPTIONS);
    }

    /**
     * @param programs has the packaged services: {@code ingest-service/quarkus-run.jar} and so on
     * @param javaOptions of the virtual machine of a service, by the service's name
     */
    public Stack(
            StackDirectory directory,
            StackPorts ports,
            Path programs,
            Function<String, List<String>> javaOptions) {
        this.directory = directory;
        this.ports = ports;
        this.programs = programs;
        this.javaOptions = javaOptions;
        this.postgres = new PostgresServer(directory, ports.postgres(), false);
        this.kafka = new KafkaBroker(directory, ports.kafka());
        this.tokens = TokenIssuer.of(directory, Clock.systemUTC());
        this.secretsKey = SecretsKey.in(directory);
        this.media = directory.media();
        this.folders = directory.folders();
        this.services =
                StackPorts.SERVICES.stream()
                        .map(name -> process(name, name, ports.of(name)))
                        .toList();
    }

    /**
     * Starts everything and waits until all of it is ready.
     *
     * @param onReady is told each part as it gets ready, from several threads
     * @throws StartFailedException as soon as one part has failed; the rest goes on until it is
     *     stopped
     */
    public void start(Consumer<StackServer> onReady) {
        inParallel(
                List.of(
                        () -> started(postgres, onReady),
                        () -> {
                            kafka.start();
                            DefinedTopics.read().createOn(kafka.bootstrapServers());
                            onReady.accept(kafka);
                        }));
        inParallel(services.stream().<Runnable>map(each -> () -> started(each, onReady)).toList());
    }

    /** All parts in the order in which they start. */
    public List<StackServer> parts() {
        List<StackServer> parts = new ArrayList<>(List.of(postgres, kafka));
        parts.addAll(services);
        return parts;
    }

    /**
     * One more process of a service, with the same database and broker and a port of its own, free
     * at the moment. Whoever asks for it starts it once the service itself is ready, and ends it
     * before the stack.
     *
     * @param name what to call it in messages and log files
     */
    public StackServer replica(String service, String name) {
        return process(name, service, Ports.free());
    }

    /** Issues tokens that the services accept. */
    public TokenIssuer tokens() {
        return tokens;
    }

    /** Ends the services, then the broker, then the database; none takes longer than its time. */
    @Override
    public void close() {
        close(SERVICE_PATIENCE);
    }

    /** Like {@link #close()}, with so much time for a service to end. */
    public void close(Duration patience) {
        inParallel(services.stream().<Runnable>map(each -> () -> each.stop(patience)).toList());
        kafka.stop(SERVER_PATIENCE);
        postgres.stop(SERVER_PATIENCE);
    }

    private ServiceProcess process(String name, String service, int port) {
        return new ServiceProcess(
                name,
                programs.resolve(service + "-service/quarkus-run.jar"),
                directory,
                port,
                javaOptions.apply(service),
                () -> settings(service, port));
    }

    private Map<String, String> settings(String service, int port) {
        Database database = postgres.database(service);
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", "" + port);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", tokens.publicKey());
        settings.put("QUARKUS_OIDC_TOKEN_ISSUER", TokenIssuer.ISSUER);
        settings.put("QUARKUS_OIDC_TOKEN_AUDIENCE", TokenIssuer.AUDIENCE);
        settings.put("GALLEY_FETCH_ALLOW_PRIVATE_ADDRESSES", "true");
        settings.put("GALLEY_SECRETS_KEYS", secretsKey);
        settings.put("GALLEY_MEDIA_FOLDER", media.toString());
        settings.put("GALLEY_FOLDERS_ROOT", folders.toString());
        // Hubs on this machine can reach it.
        settings.put("GALLEY_WEBSUB_CALLBACK_BASE", "http://127.0.0.1:" + ports.ingest());
        settings.put("GALLEY_SITE_BASE_URL", "http://127.0.0.1:" + ports.publish());
        return settings;
    }

    private static void started(StackServer part, Consumer<StackServer> onReady) {
        part.start();
        onReady.accept(part);
    }

    private static void inParallel(List<Runnable> steps) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        CompletableFuture<?>[] all =
                steps.stream()
                        .map(step -> running(step, firstFailure))
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(all), firstFailure).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static CompletableFuture<Void> running(
            Runnable step, CompletableFuture<Void> firstFailure) {
        return CompletableFuture.runAsync(step, Thread::startVirtualThread)
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                firstFailure.completeExceptionally(failure);
                            }
                        });
    }
}
