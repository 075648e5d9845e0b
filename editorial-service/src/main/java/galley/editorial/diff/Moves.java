package galley.editorial.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells which of the things in a list moved, so that as few as possible did. */
final class Moves {
    private Moves() {}

    /** The longest choice of ids that stand in both lists in the same order. */
    static Set<String> staying(List<String> before, List<String> after) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.put(before.get(i), i);
        }
        List<String> both = after.stream().filter(places::containsKey).toList();
        List<Integer> lengths = new ArrayList<>();
        List<Integer> previous = new ArrayList<>();
        for (int i = 0; i < both.size(); i++) {
            int best = -1;
            for (int j = 0; j < i; j++) {
                boolean inOrder = places.get(both.get(j)) < places.get(both.get(i));
                if (inOrder && (best < 0 || lengths.get(j) > lengths.get(best))) {
                    best = j;
                }
            }
            lengths.add(best < 0 ? 1 : lengths.get(best) + 1);
            previous.add(best);
        }
        Set<String> staying = new HashSet<>();
        int at = lengths.isEmpty() ? -1 : lengths.indexOf(Collections.max(lengths));
        while (at >= 0) {
            staying.add(both.get(at));
            at = previous.get(at);
        }
        return staying;
    }
}
