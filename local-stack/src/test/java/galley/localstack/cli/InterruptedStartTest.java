package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A start that was killed in the middle of something does not stop the next one. */
class InterruptedStartTest {
    @TempDir private Path root;
    private Script script;

    @BeforeEach
    void prepare() throws IOException {
        script = new Script(root, StackPorts.free());
    }

    @AfterEach
    void end() throws Exception {
        script.run("stop");
        script.close();
    }

    @Test
    void theNextStartGoesOn() throws Exception {
        killStartAt("secrets/postgres.properties");
        killStartAt("postgres.new", "postgres");
        killStartAt("kafka/data.new", "kafka/data");
        killStartAt("postgres/postmaster.pid");
        killStartAt("logs/publish.log");

        script.startAndAwait();
        assertThat(script.run("status").status()).isZero();
        try (Stream<Path> left = Files.walk(script.data())) {
            assertThat(left.filter(file -> file.toString().endsWith(".new"))).isEmpty();
        }
    }

    @Test
    void whatASupervisorStartedDoesNotOutliveIt() throws Exception {
        Process supervisor = script.startAndAwait();
        RunningStack running =
                new RunningFile(script.data().resolve("running")).read().orElseThrow();
        supervisor.destroyForcibly().onExit().join();
        for (RunningStack.Part part : running.parts()) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> ProcessHandle.of(part.pid()).isEmpty());
        }
        assertThat(script.run("token", "editor").output())
                .isEqualTo("Galley is not running; ./galley start starts it\n");
    }

    /** Starts, and kills the supervisor as soon as one of the files is there. */
    private void killStartAt(String... signs) throws IOException {
        Process start = script.start(root.resolve("killed.out"));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Stream.of(signs).map(script.data()::resolve).anyMatch(Files::exists));
        start.destroyForcibly().onExit().join();
    }
}
