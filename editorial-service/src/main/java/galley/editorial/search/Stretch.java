package galley.editorial.search;

import java.time.Duration;
import java.time.Instant;
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
    /**
     * How many marks are asked for at most. What several of them find costs the index more than to
     * find too much by a longer one.
     */
    private static final int MOST_MARKS = 3;

    /**
     * The lengths of what has a mark, in seconds, as the database's {@code time_marks} has them.
     */
    private static final List<Long> LENGTHS =
            LongStream.iterate(100, length -> length * 6).limit(8).boxed().toList();

    /**
     * The one before.
     *
     * @param latest when the latest article came
     * @param earliest when the earliest article came
     * @param longer how many times longer it is than the time from this one on
     */
    Stretch before(Instant latest, Instant earliest, double longer) {
        double seconds = Duration.between(from, latest).toSeconds() * longer;
        Instant begin = from.minusSeconds(Math.max(LENGTHS.getFirst(), (long) seconds));
        return new Stretch(begin.isAfter(earliest) ? begin : null, from);
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
