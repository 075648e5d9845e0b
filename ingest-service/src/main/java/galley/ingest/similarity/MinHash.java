package galley.ingest.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A MinHash sketch of a text: of all its shingles (runs of {@value #SHINGLE} words), the one with
 * the smallest hash under each of {@value #SLOTS} hash functions. Two texts agree in a slot with
 * the probability of their resemblance (Broder 1997), the Jaccard index of their shingles.
 *
 * <p>A slot keeps the lowest 16 bits of the hash (b-bit minwise hashing) and at which word its
 * shingle stands. Sketches are stored: what they are made of must stay as it is.
 */
final class MinHash {
    static final int SLOTS = 128;
    static final int SHINGLE = 3;

    private static final int BYTES_A_SLOT = 2 * Character.BYTES;
    private static final int MAX_PLACE = Character.MAX_VALUE;

    /**
     * Multiply-add-shift hashing: the same factors for ever, from a generator that is specified.
     */
    private static final long[] FACTORS = new Random(1).longs(SLOTS).map(a -> a | 1).toArray();

    private static final long[] ADDENDS = new Random(2).longs(SLOTS).toArray();

    private final char[] hashes = new char[SLOTS];
    private final char[] places = new char[SLOTS];

    private MinHash() {}

    /** The sketch of a text of at least {@value #SHINGLE} words. */
    static MinHash of(List<String> words) {
        long[] hashed = words.stream().mapToLong(MinHash::hash).toArray();
        long[] smallest = new long[SLOTS];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (int place = 0; place <= hashed.length - SHINGLE; place++) {
            long shingle = shingle(hashed, place);
            // Of the places of one shingle the last counts, hence the smallest value: where an
            // introduction quotes what follows, what follows is the text.
            int place16 = MAX_PLACE - Math.min(place, MAX_PLACE);
            for (int slot = 0; slot < SLOTS; slot++) {
                long hash = (FACTORS[slot] * shingle + ADDENDS[slot]) >>> 32;
                smallest[slot] = Math.min(smallest[slot], hash << 16 | place16);
            }
        }
        var sketch = new MinHash();
        for (int slot = 0; slot < SLOTS; slot++) {
            sketch.hashes[slot] = (char) (smallest[slot] >>> 16);
            sketch.places[slot] = (char) (MAX_PLACE - (char) smallest[slot]);
        }
        return sketch;
    }

    /** The sketch that was written as these bytes. */
    static MinHash read(byte[] bytes) {
        var sketch = new MinHash();
        var buffer = ByteBuffer.wrap(bytes).asCharBuffer();
        buffer.get(sketch.hashes).get(sketch.places);
        return sketch;
    }

    byte[] write() {
        var bytes = ByteBuffer.allocate(SLOTS * BYTES_A_SLOT);
        bytes.asCharBuffer().put(hashes).put(places);
        return bytes.array();
    }

    /** The hash in a slot, 16 bits. */
    char hash(int slot) {
        return hashes[slot];
    }

    /** An estimate of the resemblance, from 0 to 1; its standard error is at most 0.045. */
    double resemblance(MinHash other) {
        return common(other) / (double) SLOTS;
    }

    /**
     * How much of what both texts have in common stands at the same place in both, from 0 to 1.
     *
     * @param tolerance by how many words the places may differ
     */
    double alignment(MinHash other, int tolerance) {
        int aligned = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (hashes[slot] == other.hashes[slot]
                    && Math.abs(places[slot] - other.places[slot]) <= tolerance) {
                aligned++;
            }
        }
        return aligned == 0 ? 0 : aligned / (double) common(other);
    }

    private int common(MinHash other) {
        int common = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            if (hashes[slot] == other.hashes[slot]) {
                common++;
            }
        }
        return common;
    }

    private static long shingle(long[] words, int place) {
        long shingle = 0;
        for (int i = place; i < place + SHINGLE; i++) {
            shingle = mix(shingle + words[i]);
        }
        return shingle;
    }

    /** FNV-1a over the characters. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** The last step of MurmurHash3, which spreads every bit over all. */
    static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
