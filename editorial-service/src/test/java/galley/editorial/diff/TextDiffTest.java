package galley.editorial.diff;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import galley.editorial.diff.Run.Op;

import static org.assertj.core.api.Assertions.assertThat;

class TextDiffTest {
    private static final List<String> PIECES =
            List.of(
                    "<p>", "</p>", "<em>", "</em>", " ", "\n", "ferry", "runs", "Ärger", "—", ".",
                    "😀", "<", "&amp;");

    private static String text(List<Run> runs, Op besideEqual) {
        return runs.stream()
                .filter(run -> run.op() == Op.EQUAL || run.op() == besideEqual)
                .map(Run::text)
                .collect(Collectors.joining());
    }

    @Test
    void wordsThatChangedAreShownAndNothingElse() {
        assertThat(TextDiff.of("The ferry runs on Monday.", "The ferry runs on Tuesday."))
                .containsExactly(
                        new Run(Op.EQUAL, "The ferry runs on "),
                        new Run(Op.DELETE, "Monday"),
                        new Run(Op.INSERT, "Tuesday"),
                        new Run(Op.EQUAL, "."));
    }

    @Test
    void markupIsComparedAsTheWordsAre() {
        assertThat(TextDiff.of("<p>It runs.</p>", "<p>It <em>runs</em>.</p>"))
                .containsExactly(
                        new Run(Op.EQUAL, "<p>It "),
                        new Run(Op.INSERT, "<em>"),
                        new Run(Op.EQUAL, "runs"),
                        new Run(Op.INSERT, "</em>"),
                        new Run(Op.EQUAL, ".</p>"));
    }

    @Test
    void aParagraphBetweenOthersIsOneInsertion() {
        assertThat(TextDiff.of("<p>One.</p><p>Two.</p>", "<p>One.</p><p>New.</p><p>Two.</p>"))
                .extracting(Run::op)
                .containsExactly(Op.EQUAL, Op.INSERT, Op.EQUAL);
    }

    @Test
    void nothingAndNothingHaveNoRuns() {
        assertThat(TextDiff.of(null, "")).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRunsAreBothTextsWholly(int seed) {
        var random = new Random(seed);
        String before = generated(random, random.nextInt(80));
        String after = random.nextBoolean() ? edited(before, random) : generated(random, 40);
        var runs = TextDiff.of(before, after);
        assertThat(text(runs, Op.DELETE)).isEqualTo(before);
        assertThat(text(runs, Op.INSERT)).isEqualTo(after);
    }

    @Test
    void theWorstPairOfTextsIsStillBothTexts() {
        var random = new Random(7);
        String before = generated(random, 100_000);
        String after = generated(random, 100_000);
        var runs = TextDiff.of(before, after);
        assertThat(text(runs, Op.DELETE)).isEqualTo(before);
        assertThat(text(runs, Op.INSERT)).isEqualTo(after);
    }

    private static String generated(Random random, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int until = at + random.nextInt(text.length() - at + 1);
        return text.substring(0, at) + generated(random, 5) + text.substring(until);
    }
}
