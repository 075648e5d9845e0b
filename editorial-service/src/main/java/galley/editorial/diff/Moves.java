package galley.editorial.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which of the things in a list moved, so that as few as possible did. */
final class Moves {
    private static final int NONE = -1;

    private Moves() {}

    /**
     * The longest choice of ids that stand in both lists in the same order. As an id stands in a
     * list once, it is the longest increasing subsequence of their places before, which takes n log
     * n steps.
     */
    static Set<String> staying(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i), i);
        }
        List<String> both = after.stream().filter(places::containsKey).toList();
        int[] place = both.stream().mapToInt(places::get).toArray();
        int[] previous = new int[place.length];
        // of all choices of a length, the one whose last id stood furthest in front can grow
        // longest
        List<Integer> lastOfLength = new ArrayList<>();
        for (int i = 0; i < place.length; i++) {
            int shorter = endingBefore(place[i], lastOfLength, place);
            previous[i] = shorter == 0 ? NONE : lastOfLength.get(shorter - 1);
            if (shorter == lastOfLength.size()) {
                lastOfLength.add(i);
            } else {
                lastOfLength.set(shorter, i);
            }
        }
        Set<String> staying = new HashSet<>();
        int at = lastOfLength.isEmpty() ? NONE : lastOfLength.getLast();
        while (at != NONE) {
            staying.add(both.get(at));
            at = previous[at];
        }
        return staying;
    }

    /** How many of the choices, which are sorted, end with a smaller place. */
    private static int endingBefore(int limit, List<Integer> lastOfLength, int[] place) {
        int from = 0;
        int to = lastOfLength.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (place[lastOfLength.get(middle)] < limit) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
