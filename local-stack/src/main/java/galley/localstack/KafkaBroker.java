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

import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker of our own (KRaft, broker and controller in one process) on the loopback address.
 * Its data outlive it and survive its being killed.
 *
 * <p>Can be started again after {@link #stop} and {@link #kill}, with the same data on the same
 * port. Not safe for use by several threads.
 */
public final class KafkaBroker implements StackServer, BrokerServer {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String MAIN = "kafka.Kafka";
    private static final String STOP_SIGNAL = "TERM";

    private final StackDirectory directory;
    private final int port;
    private volatile Child child;

    /**
     * @param directory where the broker keeps its data
     * @param port to listen on
     */
    public KafkaBroker(StackDirectory directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    /** Starts the broker and waits until it answers; the first start formats its storage. */
    @Override
    public void start() {
        try {
            Path data = directory.kafka().resolve("data");
            if (!Files.exists(data)) {
                format(data);
            }
            Path settings = directory.kafka().resolve("server.properties");
            BrokerSettings.of(data, port).write(settings);
            child =
                    Child.start(
                            java(MAIN, settings.toString()),
                            Map.of(),
                            directory.log(name()),
                            STOP_SIGNAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (BrokerProbe probe = new BrokerProbe(bootstrapServers())) {
            Startup.await(name(), child, probe::answers, directory.log(name()), PATIENCE);
        }
    }

    @Override
    public void adopt() {
        child =
                new StackProcesses(directory)
                        .withArgument(MAIN)
                        .findAny()
                        .map(process -> new Child(process, STOP_SIGNAL))
                        .orElse(null);
    }

    @Override
    public Child child() {
        return child;
    }

    private void format(Path data) throws IOException {
        Path draft = directory.kafka().resolve("data.new");
        Directories.delete(draft);
        Files.createDirectories(draft);
        Path settings = directory.kafka().resolve("format.properties");
        BrokerSettings.of(draft, port).write(settings);
        Child.run(
                "The formatting of Kafka's storage",
                java(
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString()),
                directory.log(name()));
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> java(String main, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                directory.marker(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                                "-cp",
                                BuildOutput.directory().resolve("lib") + "/*",
                                main));
        command.addAll(List.of(arguments));
        return command;
    }
}
