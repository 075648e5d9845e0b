package galley.ingest.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which blocks say what a later block says again, as a quotation in an introduction does. */
final class Recurrence {
    /** So many words in a row are not the same by chance. */
    private static final int WORDS = 8;

    private final Map<Long, Integer> lastSeen = new HashMap<>();

    Recurrence(List<Block> blocks) {
        for (var block : blocks) {
            runs(block).forEach(run -> lastSeen.put(run, block.number()));
        }
    }

    /** Whether some words of a block stand in a later one too. */
    boolean recurs(Block block) {
        return runs(block).stream().anyMatch(run -> lastSeen.get(run) > block.number());
    }

    /** A number for each run of words in the block. */
    private static List<Long> runs(Block block) {
        long[] words =
                block.tokens().stream()
                        .filter(Token::isWord)
                        .mapToLong(word -> word.lower().hashCode())
                        .toArray();
        var runs = new ArrayList<Long>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            long run = 0;
            for (int j = i; j < i + WORDS; j++) {
                run = 1_000_003 * run + words[j];
            }
            runs.add(run);
        }
        return runs;
    }
}
