package galley.ingest.similarity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text without what editors and systems change in passing: compatibility forms
 * (Unicode NFKC), upper and lower case, punctuation and invisible characters. Digits stay, for a
 * report with other figures is another report.
 */
final class NormalWords {
    /** Written without spaces between words, so that each character counts as a word. */
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.THAI,
                    UnicodeScript.LAO,
                    UnicodeScript.KHMER,
                    UnicodeScript.MYANMAR);

    /** The first character of these scripts; below it the script need not be looked up. */
    private static final int FIRST_WITHOUT_SPACES = 0xE00;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private NormalWords() {}

    /** The words of plain text, in their order. */
    static List<String> of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var normal = new NormalWords();
        plain.codePoints().forEach(normal::add);
        normal.endWord();
        return normal.words;
    }

    private void add(int c) {
        if (Character.isLetterOrDigit(c)) {
            if (standsAlone(c) || endsInOneThatStandsAlone()) {
                endWord();
            }
            word.appendCodePoint(c);
        } else if (isMark(c)) {
            word.appendCodePoint(c);
        } else if (Character.getType(c) != Character.FORMAT) { // a soft hyphen parts no word
            endWord();
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private boolean endsInOneThatStandsAlone() {
        return !word.isEmpty() && standsAlone(word.codePointAt(0));
    }

    private static boolean standsAlone(int c) {
        return c >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(c));
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }
}
