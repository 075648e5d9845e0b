package galley.ingest.similarity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MinHashTest {

    @ParameterizedTest
    @ValueSource(ints = {30, 200, 330, 380})
    void theEstimateIsNearTheShareOfShinglesThatBothHave(int common) {
        double error = 0;
        int pairs = 40;
        for (int seed = 0; seed < pairs; seed++) {
            var text = Prose.of(seed, 400);
            var other = Prose.cut(text, 0, common) + " " + Prose.of(seed + 1000, 400 - common);
            error += sketch(text).resemblance(sketch(other)) - jaccard(text, other);
        }
        assertThat(error / pairs).isCloseTo(0, within(0.02));
    }

    @Test
    void theSameTextIsAlignedAndOneFurtherDownIsNot() {
        var text = Prose.of(1, 300);
        var after30 = Prose.of(2, 30) + " " + text;
        assertThat(sketch(text).alignment(sketch(text), 0)).isEqualTo(1);
        assertThat(sketch(text).alignment(sketch(after30), 30)).isEqualTo(1);
        assertThat(sketch(text).alignment(sketch(after30), 29)).isZero();
    }

    @Test
    void whereAShingleStandsTwiceTheLastPlaceCounts() {
        var text = Prose.of(1, 300);
        var afterQuotingIt = Prose.cut(text, 0, 100) + " " + text;
        assertThat(sketch(text).alignment(sketch(afterQuotingIt), 99)).isZero();
    }

    @Test
    void aVeryLongTextHasASketchToo() {
        var text = Prose.of(1, 100_000);
        assertThat(sketch(text).resemblance(sketch(text + " more words follow"))).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var sketch = sketch(Prose.of(1, 300));
        var read = MinHash.read(sketch.write());
        assertThat(read.resemblance(sketch)).isEqualTo(1);
        assertThat(read.alignment(sketch, 0)).isEqualTo(1);
    }

    private static MinHash sketch(String text) {
        return MinHash.of(NormalWords.of(text));
    }

    private static double jaccard(String text, String other) {
        var common = shingles(text);
        common.retainAll(shingles(other));
        var all = shingles(text);
        all.addAll(shingles(other));
        return common.size() / (double) all.size();
    }

    private static Set<List<String>> shingles(String text) {
        var words = NormalWords.of(text);
        Set<List<String>> shingles = new HashSet<>();
        for (int i = 0; i + MinHash.SHINGLE <= words.size(); i++) {
            shingles.add(words.subList(i, i + MinHash.SHINGLE));
        }
        return shingles;
    }
}
