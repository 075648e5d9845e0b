package galley.benchmarks.similarity;

import java.util.List;
import java.util.SplittableRandom;

/**
 * SimHash (Charikar 2002) of a text's shingles, in 64 bits: the design that MinHash was compared
 * with. Four permuted tables find what differs in at most three bits (Manku and others 2007).
 */
final class SimHash {
    static final int MAX_DISTANCE = 3;

    private static final int SHINGLE = 3;

    private SimHash() {}

    static long of(List<String> words) {
        int[] balance = new int[Long.SIZE];
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            long hash = new SplittableRandom(hash(words.subList(i, i + SHINGLE))).nextLong();
            for (int bit = 0; bit < Long.SIZE; bit++) {
                balance[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long simHash = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            simHash |= balance[bit] > 0 ? 1L << bit : 0;
        }
        return simHash;
    }

    /** In how many bits two texts differ. */
    static int distance(List<String> text, List<String> other) {
        return Long.bitCount(of(text) ^ of(other));
    }

    private static long hash(List<String> shingle) {
        long hash = 0;
        for (String word : shingle) {
            hash = hash * 0x100000001b3L + word.hashCode();
        }
        return hash;
    }
}
