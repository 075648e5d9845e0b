package galley.editorial.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A stretch of time in which articles came.
 *
 * @param from its beginning; null for the earliest article's time
 * @param to its end, which is no part of it; null for the latest article's time
 */
record Stretch(Instant from, Instant to) {
    /** How many marks are asked for at most: what several of them find costs the index more. */
    private static final int MOST_MARKS = 7;

    /** How many times longer each stretch is than the one after it. */
    private static final int GROWTH = 4;

    private static final int GROWN = 4;

    /**
     * The lengths of what has a mark, in seconds, as the database's {@code time_marks} has them.
     */
    private static final List<Long> LENGTHS =
            LongStream.iterate(100, length -> length * 6).limit(8).boxed().toList();

    /**
     * Stretches that go back from the latest article to the earliest, each longer than the one
     * after it.
     *
     * @param first the beginning of the first
     * @param latest when the latest article came
     */
    static List<Stretch> back(Instant first, Instant latest) {
        List<Stretch> stretches = new ArrayList<>();
        Duration length = Duration.between(first, latest);
        Instant to = null;
        Instant from = first;
        for (int i = 0; i <= GROWN; i++) {
            stretches.add(new Stretch(from, to));
            to = from;
            length = length.multipliedBy(GROWTH);
            from = latest.minus(length);
        }
        stretches.add(new Stretch(null, to));
        return stretches;
    }

    /**
     * A query for articles that came then, or little before or after; empty where the stretch is
     * too long for marks.
     *
     * @param latest when the latest article came that is wanted
     */
    Optional<String> marks(Instant latest) {
        if (from == null) {
            return Optional.empty();
        }
        long begin = from.getEpochSecond();
        long end = (to == null ? latest : to).getEpochSecond();
        for (int i = 0; i < LENGTHS.size(); i++) {
            long length = LENGTHS.get(i);
            int kind = i;
            if (end / length - begin / length < MOST_MARKS) {
                return Optional.of(
                        LongStream.rangeClosed(begin / length, end / length)
                                .mapToObj(n -> Queries.ofMark("@time:" + kind + ":" + n))
                                .collect(Collectors.joining(" | ", "(", ")")));
            }
        }
        return Optional.empty();
    }
}
