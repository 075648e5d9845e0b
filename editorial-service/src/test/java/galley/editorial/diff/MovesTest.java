package galley.editorial.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MovesTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, abc", // nothing moved
        "abcd, dabc, abc", // the last to the front
        "abcd, bcda, bcd", // the first to the back
        "abc, xaybzc, abc", // what is new moves nothing
        "abc, ca, c", // one of two
        "abcdef, abedcf, abef",
    })
    void asFewAsPossibleMoved(String before, String after, String staying) {
        var kept = Moves.staying(List.of(before.split("")), List.of(after.split("")));
        assertThat(kept).hasSize(staying.length());
        assertThat(
                        String.join(
                                "",
                                List.of(before.split("")).stream().filter(kept::contains).toList()))
                .isEqualTo(
                        String.join(
                                "",
                                List.of(after.split("")).stream().filter(kept::contains).toList()));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** The longest common subsequence, as every textbook finds it, is what must stay put. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noChoiceThatStaysIsLonger(int seed) {
        var random = new Random(seed);
        var before = shuffled(random);
        var after = shuffled(random);
        var kept = Moves.staying(before, after);
        assertThat(before.stream().filter(kept::contains))
                .containsExactlyElementsOf(after.stream().filter(kept::contains).toList());
        assertThat(kept).hasSize(longestCommon(before, after));
    }

    private static List<String> shuffled(Random random) {
        var ids = new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());
        Collections.shuffle(ids, random);
        return List.copyOf(ids.subList(0, random.nextInt(21)));
    }

    private static int longestCommon(List<String> one, List<String> other) {
        var lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                lengths[i + 1][j + 1] =
                        one.get(i).equals(other.get(j))
                                ? lengths[i][j] + 1
                                : Math.max(lengths[i][j + 1], lengths[i + 1][j]);
            }
        }
        return lengths[one.size()][other.size()];
    }
}
