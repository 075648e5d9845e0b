package galley.ingest.routing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks for words and phrases in texts, whatever the case, the accents and the spaces. */
final class Phrases {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Phrases() {}

    /** A text, or a phrase, in the form in which {@link #stands} compares them. */
    static String normal(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // upper case first: some letters have two lower cases
        var lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }

    /**
     * Whether a phrase stands in a text as whole words; both must be {@link #normal}. A star at its
     * end stands for any rest of a word.
     */
    static boolean stands(String phrase, String text) {
        boolean open = phrase.endsWith("*");
        var words = open ? phrase.substring(0, phrase.length() - 1) : phrase;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            if (isEdge(text, at) && (open || isEdge(text, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether no word goes on across this place. */
    private static boolean isEdge(String text, int place) {
        if (place == 0 || place == text.length()) {
            return true;
        }
        return !(joins(text.codePointBefore(place)) && joins(text.codePointAt(place)));
    }

    /** Some scripts write words without spaces: there each letter may begin one. */
    private static boolean joins(int letter) {
        return Character.isLetterOrDigit(letter)
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
                    default -> true;
                };
    }
}
