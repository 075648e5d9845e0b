package galley.editorial.content;

import java.text.BreakIterator;

/** Cuts pieces out of texts so that no character is torn apart, such as an emoji of several. */
public final class WholeCharacters {
    /** Longer than what readers take for one character. */
    private static final int SPARE = 50;

    private WholeCharacters() {}

    /**
     * The start of a text.
     *
     * @param longest how many UTF-16 units it may have; it has fewer where the last would be torn
     */
    public static String start(String text, int longest) {
        return between(text, 0, Math.min(longest, text.length()));
    }

    /**
     * The whole characters between two places of a text.
     *
     * @param from in UTF-16 units, like {@code to}
     */
    public static String between(String text, int from, int to) {
        // of a long text only what is around it, as all that is given is looked through at once
        int start = Math.max(0, from - SPARE);
        String near = text.substring(start, Math.min(text.length(), to + SPARE));
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(near);
        int first = from - start;
        if (!characters.isBoundary(first)) {
            first = characters.following(first);
        }
        int last = to - start;
        if (!characters.isBoundary(last)) {
            last = characters.preceding(last);
        }
        return near.substring(first, Math.max(first, last));
    }
}
