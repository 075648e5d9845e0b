package galley.editorial.desk;

import java.util.Map;

/**
 * What waits in a desk: neither released nor rejected nor put away.
 *
 * @param states how many articles are in each state; a state without any is missing
 * @param unassigned how many of them nobody has in hand
 * @param overdue how many of them were due before now
 */
public record Queue(Map<String, Long> states, long unassigned, long overdue) {
    static final Queue EMPTY = new Queue(Map.of(), 0, 0);

    /** Copies. */
    public Queue {
        states = Map.copyOf(states);
    }
}
