package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;

/** A place that can't take a stack's data is told in one line. */
class DataPlaceTest {
    @TempDir private Path root;
    private Script script;

    @BeforeEach
    void prepare() throws IOException {
        script = new Script(root, StackPorts.free());
    }

    @AfterEach
    void end() {
        script.close();
    }

    @Test
    void aFileIsNone() throws Exception {
        Path file = Files.createFile(root.resolve("file"));
        assertRefused(file, "No directory for data can be made at " + file);
        Path below = file.resolve("below");
        assertRefused(below, "No directory for data can be made at " + below);
    }

    @Test
    void aPathThatTheBrokerWouldSplitIsNone() throws Exception {
        Path comma = root.resolve("one,two");
        assertRefused(comma, "Kafka would take " + comma + " for several");
    }

    private void assertRefused(Path data, String why) throws Exception {
        assertThat(script.run("start", "--data", data.toString()))
                .isEqualTo(new Script.Outcome(1, why + "; --data names another place\n"));
    }
}
