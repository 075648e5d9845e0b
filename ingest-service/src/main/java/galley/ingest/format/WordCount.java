package galley.ingest.format;

/** Counts words as editors do: what stands between white space. */
public final class WordCount {
    private WordCount() {}

    /** The number of words in plain text; marks that stand alone are none. */
    public static int of(String text) {
        int words = 0;
        boolean counted = false;
        for (int at = 0; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(text.codePointAt(at))) {
                counted = true;
                words++;
            }
        }
        return words;
    }
}
