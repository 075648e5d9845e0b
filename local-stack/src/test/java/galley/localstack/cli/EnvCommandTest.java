package galley.localstack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import galley.localstack.EnvironmentFile;
import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./galley env} leaves for Docker Compose. */
class EnvCommandTest {
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
    void hasEveryVariableThatTheComposeFileInsistsOn() throws Exception {
        script.run("env");
        var needed =
                Pattern.compile("\\$\\{(\\w+):\\?")
                        .matcher(Files.readString(Path.of("..", "docker-compose.yml")))
                        .results()
                        .map(variable -> variable.group(1))
                        .toList();
        assertThat(needed).contains("GALLEY_POSTGRES_PASSWORD", "GALLEY_SITE_URL");
        assertThat(variables()).containsKeys(needed.toArray(String[]::new)).doesNotContainValue("");
    }

    @Test
    void isReadByItsOwnerOnlyAndHasNoPasswordTwice() throws Exception {
        script.run("env");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        var passwords =
                variables().entrySet().stream()
                        .filter(variable -> variable.getKey().endsWith("_PASSWORD"))
                        .map(Map.Entry::getValue)
                        .toList();
        assertThat(new HashSet<>(passwords)).hasSameSizeAs(passwords).hasSizeGreaterThan(5);
    }

    @Test
    void whatIsThereStaysAndWhatIsMissingComes() throws Exception {
        Files.writeString(file(), "# ours\nGALLEY_SITE_TITLE=The Coast\nOTHER=1\n");
        script.run("env");
        var first = variables();
        assertThat(first)
                .containsEntry("GALLEY_SITE_TITLE", "The Coast")
                .containsEntry("OTHER", "1")
                .containsKey("GALLEY_TOKEN_KEY");
        assertThat(file()).content().startsWith("# ours\n");

        script.run("env");
        assertThat(variables()).isEqualTo(first);
    }

    @Test
    void tokensAreThoseOfTheContainersWhereNothingElseRuns() throws Exception {
        script.run("env");
        assertThat(script.run("token", "writer").output()).startsWith("eyJ").hasLineCount(1);
    }

    private Path file() {
        return root.resolve(".env");
    }

    private Map<String, String> variables() {
        return new EnvironmentFile(file()).read().orElseThrow();
    }
}
