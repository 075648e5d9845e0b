package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A project with the real {@code ./galley} script, and in the place of Maven and Java programs that
 * only tell what they were called with.
 */
final class CheckedOut implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "galley").toAbsolutePath().normalize();

    private static final String MAVEN =
            """
            #!/bin/sh
            echo "$@" >>"$0.calls"
            while [ -e "$0.hold" ]; do sleep 0.05; done
            if [ -e "$0.broken" ]; then echo "[ERROR] does not compile"; exit 1; fi
            echo "[INFO] Building local-stack 1.0 [1/1]"
            mkdir -p local-stack/target/lib article-events/target provisioning/target/lib
            touch local-stack/target/local-stack-1.jar local-stack/target/lib/kafka.jar
            touch article-events/target/article-events-1.jar
            touch provisioning/target/provisioning-1.jar provisioning/target/lib/library.jar
            for service in ingest editorial publish; do
                mkdir -p $service-service/target/quarkus-app
                touch $service-service/target/quarkus-run-cyclonedx.json
            done
            """;

    private static final String JAVA =
            """
            #!/bin/sh
            while [ "$1" != galley.localstack.cli.Galley ]; do shift; done
            shift
            echo "java was called with $*"
            """;

    private static final String DOCKER =
            """
            #!/bin/sh
            echo "$@" >>"$0.calls"
            """;

    private final Path root;
    private final Path tools;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

    CheckedOut(Path root) throws IOException {
        this.root = root;
        this.tools = root.resolve("tools");
        Files.copy(SCRIPT, script());
        program("tools/mvn", MAVEN);
        program("jdk/bin/java", JAVA);
        program("jdk/bin/javac", "#!/bin/sh");
        write("jdk/release", "JAVA_VERSION=\"25\"");
        write("pom.xml", "");
        write("local-stack/src/main/java/Program.java", "");
        write("local-stack/src/main/resources/first.sql", "");
    }

    /** What a command that has ended leaves behind. */
    record Outcome(int status, String output) {}

    Path script() {
        return root.resolve("galley");
    }

    Outcome run(String... arguments) throws Exception {
        return run(script(), root, arguments);
    }

    Outcome run(Path script, Path workingDirectory, String... arguments) throws Exception {
        Path output = Files.createTempFile(root, "command", ".out");
        Process process = launch(script, workingDirectory, output, arguments);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Does not end: " + List.of(arguments));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }

    /** Runs {@code ./galley start} and goes on at once. */
    Process start(Path output) throws IOException {
        return launch(script(), root, output, "start");
    }

    /** A Docker engine answers, and its client only tells what it was called with. */
    void withEngine() throws IOException {
        program("tools/docker", DOCKER);
    }

    /** Sets a variable for the commands to come. */
    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** The command lines of Maven so far. */
    List<String> builds() throws IOException {
        return calls("mvn");
    }

    /** The command lines of the engine's client so far. */
    List<String> engineCalls() throws IOException {
        return calls("docker");
    }

    private List<String> calls(String program) throws IOException {
        Path calls = tools.resolve(program + ".calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Every build stays where it is until it is {@linkplain #release() released}. */
    void hold() throws IOException {
        write("tools/mvn.hold", "");
    }

    void release() throws IOException {
        Files.deleteIfExists(tools.resolve("mvn.hold"));
    }

    void breakBuild() throws IOException {
        write("tools/mvn.broken", "");
    }

    Path write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    @Override
    public void close() throws IOException {
        release();
        started.forEach(Process::destroyForcibly);
        started.forEach(process -> process.onExit().join());
    }

    private void program(String file, String content) throws IOException {
        Files.setPosixFilePermissions(
                write(file, content), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process launch(Path script, Path workingDirectory, Path output, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().merge("PATH", tools.toString(), (path, ours) -> ours + ":" + path);
        // how these tests themselves are run is not the script's business
        builder.environment().keySet().removeIf(name -> name.startsWith("GALLEY_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        started.add(process);
        return process;
    }
}
