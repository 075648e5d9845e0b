package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a number or a punctuation mark of a text.
 *
 * @param lower the text in lower case and with ’ for any apostrophe, by which it is looked up
 * @param start where it begins in the text
 */
record Token(String text, String lower, int start, int end) {

    /**
     * The tokens of a text. A word holds its inner apostrophes, hyphens and dots; but what has lost
     * its vowel before another word is a word of its own: {@code l’}, {@code qu’}.
     */
    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isWordCharacter(c)) {
                end = endOfWord(text, at, end);
            }
            if (c != ' ') {
                var word = text.substring(at, end);
                tokens.add(new Token(word, lower(word), at, end));
            }
            at = end;
        }
        return tokens;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\'', '’');
    }

    private static int endOfWord(String text, int start, int from) {
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isWordCharacter(c)) {
                at += Character.charCount(c);
            } else if (isJoint(c)
                    && at + 1 < text.length()
                    && isWordCharacter(text.codePointAt(at + 1))) {
                at++;
                if (isElision(text, start, at)) {
                    return at;
                }
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean isWordCharacter(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isJoint(int c) {
        return isApostrophe(c) || c == '-' || c == '‑' || c == '.' || c == '@';
    }

    private static boolean isApostrophe(int c) {
        return c == '’' || c == '\'';
    }

    private static boolean isElision(String text, int start, int end) {
        return isApostrophe(text.charAt(end - 1))
                && (end - start == 2 || (end - start == 3 && text.charAt(end - 2) == 'u'));
    }

    boolean isWord() {
        return Character.isLetterOrDigit(text.codePointAt(0));
    }

    boolean isNumber() {
        return text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Whether it is a word of capital letters alone. */
    boolean isUpperCase() {
        return isCapitalised() && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether it is in the genitive: {@code Ana’s}. */
    boolean isPossessive() {
        return lower.endsWith("’s");
    }

    boolean is(String mark) {
        return text.equals(mark);
    }

    boolean isLineBreak() {
        return is("\n");
    }
}
