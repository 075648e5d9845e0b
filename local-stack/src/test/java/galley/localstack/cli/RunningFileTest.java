package galley.localstack.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RunningFileTest {
    @TempDir private Path directory;

    @Test
    void whatIsWrittenIsRead() {
        ProcessHandle self = ProcessHandle.current();
        RunningStack stack = stack(self.pid(), self.info().startInstant().orElseThrow());
        file().write(stack);
        assertThat(file().read()).hasValue(stack);
    }

    @Test
    void aStackWhoseProcessHasGoneDoesNotRun() {
        file().write(stack(Integer.MAX_VALUE, Instant.EPOCH));
        assertThat(file().read()).isEmpty();
        assertThat(file().recorded()).isPresent();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTaken() {
        file().write(stack(ProcessHandle.current().pid(), Instant.EPOCH));
        assertThat(file().read()).isEmpty();
    }

    @Test
    void withoutAFileNothingRuns() {
        assertThat(file().read()).isEmpty();
        assertThatThrownBy(() -> file().require())
                .hasMessage("Galley is not running; ./galley start starts it");
    }

    private RunningFile file() {
        return new RunningFile(directory.resolve("running"));
    }

    private static RunningStack stack(long pid, Instant started) {
        return new RunningStack(
                pid,
                started,
                Path.of("/data"),
                true,
                List.of(
                        new RunningStack.Part("kafka", 19092, 12),
                        new RunningStack.Part("ingest", 8081, 0)));
    }
}
