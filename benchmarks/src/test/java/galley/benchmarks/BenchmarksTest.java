package galley.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Benchmarks benchmarks =
            new Benchmarks(
                    Map.of(
                            "press", printer -> printer.print("pressed "),
                            "fold", printer -> printer.print("folded "),
                            "jam", printer -> jam()),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void runsTheOneThatIsNamed() {
        assertThat(benchmarks.run(List.of("press"))).isZero();
        assertThat(out).hasToString("pressed ");
    }

    @Test
    void runsAllAndStopsAtTheFirstThatFails() {
        assertThat(benchmarks.run(List.of())).isEqualTo(1);
        assertThat(out).hasToString("folded ");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("jam failed", "paper is stuck");
    }

    @Test
    void namesTheKnownOnesWhenThereIsNoneSuch() {
        assertThat(benchmarks.run(List.of("iron"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("fold, jam, press");
    }

    private static void jam() {
        throw new IllegalStateException("paper is stuck");
    }
}
