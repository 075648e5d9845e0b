package galley.benchmarks.editorial;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words of which few are frequent and most are rare, as in a language, and texts of them. */
final class Words {
    private static final int VOCABULARY = 20_000;

    /** Of which most of a text consists, so that it is English to whoever looks at its words. */
    private static final List<String> USUAL =
            List.of(
                    """
                    the of and to in that is was for with which have from they were there their \
                    would about people government council harbour school years week water money \
                    through because between should without against nothing\
                    """
                            .split(" "));

    private Words() {}

    /** Some word; the frequent ones more often. */
    static String any(Random random) {
        return word((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)));
    }

    /** Some words. */
    static String some(int count, Random random) {
        return Stream.generate(() -> any(random)).limit(count).collect(Collectors.joining(" "));
    }

    /** A text in English, every fourth word of which is any. */
    static String text(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 4 == 0 ? any(random) : USUAL.get(random.nextInt(USUAL.size())))
                .collect(Collectors.joining(" "));
    }

    /**
     * A word.
     *
     * @param rank from 1, the most frequent
     */
    static String word(int rank) {
        return Integer.toString(rank)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'b')))
                .collect(Collectors.joining("", "x", ""));
    }
}
