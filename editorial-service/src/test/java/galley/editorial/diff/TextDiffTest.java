package galley.editorial.diff;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.diff.Run.Op;

import static org.assertj.core.api.Assertions.assertThat;

class TextDiffTest {
    private static final List<String> PIECES =
            List.of(
                    "<p>", "</p>", "<em>", "</em>", " ", "\n", "ferry", "runs", "Ärger", "—", ".",
                    "😀", "<", "&amp;", "\r", "\r\n", "\u0085", "\u2028");

    private static String text(List<Run> runs, Op besideEqual) {
        return runs.stream()
                .filter(run -> run.op() == Op.EQUAL || run.op() == besideEqual)
                .map(Run::text)
                .collect(Collectors.joining());
    }

    private static List<Run> compared(String before, String after) {
        return TextDiff.of(before, after, Effort.ofOneAnswer());
    }

    @Test
    void wordsThatChangedAreShownAndNothingElse() {
        assertThat(compared("The ferry runs on Monday.", "The ferry runs on Tuesday."))
                .containsExactly(
                        new Run(Op.EQUAL, "The ferry runs on "),
                        new Run(Op.DELETE, "Monday"),
                        new Run(Op.INSERT, "Tuesday"),
                        new Run(Op.EQUAL, "."));
    }

    @ParameterizedTest
    @CsvSource({
        "渡轮星期一開航。, 渡轮星期二開航。, 一, 二",
        "フェリーは月曜に出る, フェリーは火曜に出る, 月, 火",
        "เรือออกวันนี้ที่ท่า, เรือออกวันนั้ที่ท่า, นี้, นั้"
    })
    void withoutSpacesEachSignIsAWord(String before, String after, String gone, String come) {
        assertThat(compared(before, after))
                .filteredOn(run -> run.op() != Op.EQUAL)
                .containsExactly(new Run(Op.DELETE, gone), new Run(Op.INSERT, come));
    }

    @Test
    void markupIsComparedAsTheWordsAre() {
        assertThat(compared("<p>It runs.</p>", "<p>It <em>runs</em>.</p>"))
                .containsExactly(
                        new Run(Op.EQUAL, "<p>It "),
                        new Run(Op.INSERT, "<em>"),
                        new Run(Op.EQUAL, "runs"),
                        new Run(Op.INSERT, "</em>"),
                        new Run(Op.EQUAL, ".</p>"));
    }

    @Test
    void aParagraphBetweenOthersIsOneInsertion() {
        assertThat(compared("<p>One.</p><p>Two.</p>", "<p>One.</p><p>New.</p><p>Two.</p>"))
                .extracting(Run::op)
                .containsExactly(Op.EQUAL, Op.INSERT, Op.EQUAL);
    }

    @Test
    void nothingAndNothingHaveNoRuns() {
        assertThat(compared(null, "")).isEmpty();
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
        var runs = compared(before, after);
        assertThat(text(runs, Op.DELETE)).isEqualTo(before);
        assertThat(text(runs, Op.INSERT)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"})
    void theEndOfALastLineIsPartOfTheText(String end) {
        assertThat(compared("Late" + end, "Early" + end))
                .containsExactly(
                        new Run(Op.DELETE, "Late"),
                        new Run(Op.INSERT, "Early"),
                        new Run(Op.EQUAL, end));
    }

    @Test
    void whatTakesTooMuchIsDeletedAndInsertedWhole() {
        String before = distinct("a", 100_000);
        String after = distinct("b", 100_000);
        assertThat(compared(before, after))
                .containsExactly(new Run(Op.DELETE, before), new Run(Op.INSERT, after));
    }

    @Test
    void aWordThatBecameALongTextTakesTooMuchToo() {
        String after = distinct("b", 100_000);
        assertThat(compared("x ferry y", after))
                .containsExactly(new Run(Op.DELETE, "x ferry y"), new Run(Op.INSERT, after));
    }

    @Test
    void fewWordsThatChangedAreFoundInTheLongestText() {
        String unchanged = distinct("a", 70_000);
        var runs = compared("Old " + unchanged + " old", "New " + unchanged + " new");
        assertThat(runs)
                .extracting(Run::op)
                .containsExactly(Op.DELETE, Op.INSERT, Op.EQUAL, Op.DELETE, Op.INSERT);
    }

    @Test
    void textsThatFollowAHopelessOneAreStillCompared() {
        var effort = Effort.ofOneAnswer();
        TextDiff.of(distinct("a", 100_000), distinct("b", 100_000), effort);
        assertThat(TextDiff.of("It runs late.", "It comes late.", effort))
                .contains(new Run(Op.EQUAL, "It "), new Run(Op.EQUAL, " late."));
    }

    @Test
    void noMoreIsDoneForManyTextsThanForOne() {
        var effort = new Effort(10_000);
        for (int i = 0; i < 100; i++) {
            TextDiff.of(distinct("a", 1_000), distinct("b", 1_000), effort);
        }
        assertThat(TextDiff.of("x a y b z", "u a v b w", effort))
                .containsExactly(new Run(Op.DELETE, "x a y b z"), new Run(Op.INSERT, "u a v b w"));
    }

    private static String distinct(String prefix, int words) {
        return IntStream.range(0, words).mapToObj(i -> prefix + i).collect(Collectors.joining("-"));
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
