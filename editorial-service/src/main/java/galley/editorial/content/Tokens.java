package galley.editorial.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as words, white space and single signs, for those who compare texts word by word. A sign
 * of a script without spaces is a word; the marks on a sign belong to it.
 */
public final class Tokens {
    /**
     * Below it, where Thai begins, are scripts with spaces and most of what there is to look at.
     */
    private static final int FIRST_WITHOUT_SPACES = 0x0E00;

    private Tokens() {}

    /** The tokens of a range of a text; together they are the range. */
    public static List<String> words(String text, int start, int end) {
        List<String> tokens = new ArrayList<>();
        int from = start;
        for (int at = start + 1; at <= end; at++) {
            if (at == end || isBoundary(text, at)) {
                tokens.add(text.substring(from, at));
                from = at;
            }
        }
        return tokens;
    }

    /** The lines of a range of a text with their ends; together they are the range. */
    public static List<String> lines(String text, int start, int end) {
        List<String> lines = new ArrayList<>();
        int from = start;
        for (int at = start + 1; at <= end; at++) {
            if (at == end || text.charAt(at - 1) == '\n') {
                lines.add(text.substring(from, at));
                from = at;
            }
        }
        return lines;
    }

    /** Whether a token ends before the character at a position, and another one begins. */
    public static boolean isBoundary(String text, int position) {
        if (position == 0 || position == text.length()) {
            return true;
        }
        int after = text.codePointAt(position);
        int before = text.codePointBefore(position);
        boolean splitsCharacter =
                Character.isLowSurrogate(text.charAt(position))
                        && Character.isHighSurrogate(text.charAt(position - 1));
        return !splitsCharacter
                && !(isOfWord(before) && isOfWord(after))
                && !areBlank(before, after)
                && !isMark(after);
    }

    /** Whether it says something by itself, as white space and punctuation don't. */
    public static boolean isOfWord(char character) {
        return Character.isSurrogate(character) || isOfWord((int) character) || isWhole(character);
    }

    private static boolean areBlank(int before, int after) {
        return Character.isWhitespace(before) && Character.isWhitespace(after);
    }

    private static boolean isOfWord(int character) {
        return (Character.isLetterOrDigit(character) || isMark(character)) && !isWhole(character);
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean isWhole(int character) {
        if (character < FIRST_WITHOUT_SPACES) {
            return false;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
