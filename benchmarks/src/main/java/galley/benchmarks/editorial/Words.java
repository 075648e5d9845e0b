package galley.benchmarks.editorial;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of which few are frequent and most are rare, as in a language. */
final class Words {
    private static final int VOCABULARY = 20_000;

    private Words() {}

    /** Some word; the frequent ones more often. */
    static String any(Random random) {
        return word((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY)));
    }

    /** Some words. */
    static String some(int count, Random random) {
        return Stream.generate(() -> any(random)).limit(count).collect(Collectors.joining(" "));
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
