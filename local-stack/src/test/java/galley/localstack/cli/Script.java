package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Runs commands as {@code ./galley} does: as processes, for a project of their own. */
final class Script implements AutoCloseable {
    private static final String READY = "Galley is ready\n";

    private final Path root;
    private final StackPorts ports;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    Script(Path root, StackPorts ports) throws IOException {
        this.root = root;
        this.ports = ports;
        StandIn.packageInto(root.resolve("programs"));
    }

    /** Sets a variable for the commands to come. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** What a command that has ended leaves behind. */
    record Outcome(int status, String output) {}

    Outcome run(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(root, "command", ".out");
        Process process = launch(output, arguments);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Does not end: " + List.of(arguments));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    /** Starts a stack and goes on at once. */
    Process start(Path output, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("start"));
        arguments.addAll(List.of(more));
        return launch(output, arguments.toArray(String[]::new));
    }

    /** Starts a stack and waits until it is ready; answers its supervisor. */
    Process startAndAwait() throws IOException {
        Path output = console();
        Process process = start(output);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || Files.readString(output).endsWith(READY));
        assertThat(output).content().endsWith(READY);
        return process;
    }

    /** What the stack started last has told. */
    Path console() {
        return root.resolve("start.out");
    }

    Path data() {
        return root.resolve(".galley");
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    private Process launch(Path output, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                                "-Dgalley.root=" + root,
                                "-Dgalley.programs=" + root.resolve("programs"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Galley.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        for (String part : StackPorts.PARTS) {
            builder.environment().put(StackPorts.variable(part), "" + ports.of(part));
        }
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.add(process);
        return process;
    }
}
