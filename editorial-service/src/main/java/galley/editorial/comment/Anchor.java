package galley.editorial.comment;

/**
 * The words of an article that a thread is about. Positions count UTF-16 code units, as browsers
 * do, of the text of the part's body as {@link galley.kit.html.SafeHtml#toText(String)} writes it:
 * a line for each block or line break, white space collapsed, no blank lines.
 *
 * @param part null while the words are gone
 * @param start null while the words are gone
 * @param end behind the last one; null while the words are gone
 * @param text the words; those that it was about while they are gone
 */
public record Anchor(String part, Integer start, Integer end, String text) {
    /** The most code units that a thread is about. */
    static final int MAX_LENGTH = 4_000;

    /** The words at a range of a part's text; of very many the first ones. */
    static Anchor of(String part, String text, int start, int end) {
        int last = Math.min(end, start + MAX_LENGTH);
        if (last < text.length() && Character.isLowSurrogate(text.charAt(last))) {
            last--;
        }
        return new Anchor(part, start, last, text.substring(start, last));
    }

    boolean isOrphaned() {
        return part == null;
    }

    /** The words, which are nowhere any more. */
    Anchor orphaned() {
        return new Anchor(null, null, null, text);
    }
}
