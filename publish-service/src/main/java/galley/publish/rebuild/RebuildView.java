package galley.publish.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rebuild as operators see it.
 *
 * @param state running, finished, failed or canceled
 * @param requestedBy who asked for it, as a pseudonym
 * @param finishedAt when it was over, or null
 * @param position how far it has read
 * @param counts what came of it; zeros until it is finished
 * @param obstacle why it does not get on just now, or null
 * @param problems the first {@value #PROBLEMS} of them
 */
@Schema(name = "Rebuild")
record RebuildView(
        UUID id,
        String state,
        Instant requestedAt,
        String requestedBy,
        Instant finishedAt,
        boolean removeUnknown,
        Position position,
        Counts counts,
        String obstacle,
        long problemCount,
        List<RebuildProblem> problems) {
    static final int PROBLEMS = 100;

    /**
     * How far it has read.
     *
     * @param read events that were read
     * @param left events that are still to be read, when it was last looked
     */
    @Schema(name = "RebuildPosition")
    record Position(long read, long left) {}

    /**
     * What a finished rebuild has done.
     *
     * @param articles what the new edition has
     * @param missed articles that the old edition had not, or in an older revision
     * @param changed articles that the old edition had otherwise
     * @param renewed articles that readers get as before, with other columns made anew
     * @param unknown articles that the old edition had and the log does not know of
     * @param removed how many of those were removed
     * @param announced articles of which the world was told
     */
    @Schema(name = "RebuildCounts")
    record Counts(
            long articles,
            long missed,
            long changed,
            long renewed,
            long unknown,
            long removed,
            long announced) {}

    static RebuildView of(Rebuild it, List<RebuildProblem> problems) {
        return new RebuildView(
                it.id,
                it.state.name().toLowerCase(Locale.ROOT),
                it.requestedAt,
                it.requestedBy,
                it.finishedAt,
                it.removeUnknown,
                new Position(it.events, left(it.positions, it.ends)),
                new Counts(
                        it.articles,
                        it.missed,
                        it.changed,
                        it.renewed,
                        it.unknown,
                        it.removed,
                        it.announced),
                it.obstacle,
                it.problems,
                problems);
    }

    private static long left(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(
                        end ->
                                Math.max(
                                        0,
                                        end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
