package galley.ingest.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import galley.events.ItemContent;
import galley.ingest.format.Sha256;
import galley.kit.html.SafeHtml;

/**
 * What a text is recognised by. Of a short text that is the whole of it with its headline, as a
 * hash, for a few words are soon alike by chance; of a longer one a {@link MinHash} of the text
 * alone, as headlines are the first that editors change. docs/adr/0005-similarity.md says where the
 * figures come from.
 */
public final class Signature {
    /** From so many words on a text may have been edited and is still recognised. */
    static final int LONG = 40;

    /** Above it, three quarters of either text stand in the other. */
    private static final double MIN_RESEMBLANCE = 0.6;

    /** Cut by more than a quarter it is a part of the other text and not the same. */
    private static final double MIN_SIZE = 0.75;

    /** Words that a dateline, a byline and a credit line may add; an introduction has more. */
    private static final int MAX_SHIFT = 25;

    /** What both have in common up to the first paragraph that one of them has more. */
    private static final double MIN_ALIGNMENT = 0.1;

    private static final int BANDS = 16;
    private static final int ROWS = 3;

    /** The others' words caption what they are, and one caption fits many pictures. */
    private static final Set<String> TEXTS = Set.of("text", "composite");

    private final int words;
    private final boolean partial;
    private final byte[] sketch;

    Signature(int words, boolean partial, byte[] sketch) {
        this.words = words;
        this.partial = partial;
        this.sketch = sketch;
    }

    /** The signature of an item's text, if it has any. */
    public static Optional<Signature> of(ItemContent content) {
        return TEXTS.contains(content.type())
                ? of(content.headline(), SafeHtml.toText(content.body()), content.partial())
                : Optional.empty();
    }

    /**
     * The signature of a text, if it has words.
     *
     * @param headline plain text
     * @param text plain text
     * @param partial whether it is only the beginning of a text
     */
    public static Optional<Signature> of(String headline, String text, boolean partial) {
        var words = NormalWords.of(text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var sketch =
                words.size() < LONG
                        ? hash(NormalWords.of(headline), words)
                        : MinHash.of(words).write();
        return Optional.of(new Signature(words.size(), partial, sketch));
    }

    /**
     * How alike two texts are, from above 0 to 1, or 0 when they are not the same text: an estimate
     * of how many of their shingles both have.
     */
    public double sameness(Signature other) {
        if (partial != other.partial || isShort() != other.isShort()) {
            return 0;
        }
        if (isShort()) {
            return Arrays.equals(sketch, other.sketch) ? 1 : 0;
        }
        double size = Math.min(words, other.words) / (double) Math.max(words, other.words);
        if (size < MIN_SIZE) {
            return 0;
        }
        var mine = MinHash.read(sketch);
        var others = MinHash.read(other.sketch);
        double resemblance = mine.resemblance(others);
        boolean same =
                resemblance >= MIN_RESEMBLANCE
                        && mine.alignment(others, MAX_SHIFT) >= MIN_ALIGNMENT;
        return same ? resemblance : 0;
    }

    /**
     * Hashes of which two texts that are the same share at least one, nearly always: for a short
     * text one, else one for each {@value #ROWS} slots of the first {@value #BANDS} (locality
     * sensitive hashing by banding).
     */
    public List<Integer> bands() {
        if (isShort()) {
            return List.of(ByteBuffer.wrap(sketch).getInt());
        }
        var minHash = MinHash.read(sketch);
        var bands = new Integer[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long rows = band;
            for (int row = 0; row < ROWS; row++) {
                rows = rows << Character.SIZE | minHash.hash(band * ROWS + row);
            }
            bands[band] = (int) (MinHash.mix(rows) >>> 32);
        }
        return List.of(bands);
    }

    /** How many words the text has. */
    public int words() {
        return words;
    }

    /** Whether it is only the beginning of a text. */
    public boolean partial() {
        return partial;
    }

    /** How it is stored; not a copy. */
    public byte[] sketch() {
        return sketch;
    }

    private boolean isShort() {
        return words < LONG;
    }

    private static byte[] hash(List<String> headline, List<String> text) {
        return HexFormat.of()
                .parseHex(Sha256.of(String.join(" ", headline), String.join(" ", text)));
    }
}
