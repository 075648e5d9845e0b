package galley.editorial.desk;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody has in hand, or what nobody has.
 *
 * @param user {@code staff:<pseudonym>}; null for what nobody has in hand
 * @param name null where it is not known
 * @param open how many articles that still have to be dealt with
 * @param states how many of them are in each state
 * @param overdue how many of them were due before now
 * @param nextDueAt when the next of the others is due; null where none is
 */
public record Load(
        String user,
        String name,
        long open,
        Map<String, Long> states,
        long overdue,
        Instant nextDueAt) {

    /** Copies. */
    public Load {
        states = Map.copyOf(states);
    }
}
