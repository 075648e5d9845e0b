package galley.editorial.check.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import galley.editorial.content.WholeCharacters;

/**
 * Follows the quotation marks of a text, whatever its language.
 *
 * <ul>
 *   <li>English “…”, German and Slavic „…“ and „…”, Swedish ”…”, French and Russian «…», German
 *       »…«, Finnish »…», Japanese and Chinese 「…」, 『…』 and 《…》, straight "…"; and „…" as many
 *       people type it.
 *   <li>A quotation over several paragraphs may repeat its mark at the start of each.
 *   <li>Single marks are left alone: most of them are apostrophes. So is a straight mark that
 *       stands for inches, or in a Hebrew abbreviation.
 * </ul>
 */
final class Quotations {
    private static final int WORDS_AROUND = 30;

    /** Nobody quotes so deep; what each mark takes grows with it. */
    private static final int DEEPEST = 10;

    private final String text;
    private final Deque<Opened> open = new ArrayDeque<>();

    private Quotations(String text) {
        this.text = text;
    }

    /**
     * The words around the first mark that has no other.
     *
     * @param text plain text, a line for each paragraph
     */
    static Optional<String> firstUnbalanced(String text) {
        return new Quotations(text).follow().map(at -> around(text, at));
    }

    private Optional<Integer> follow() {
        for (int at = 0; at < text.length(); at++) {
            if (isMark(text.charAt(at)) && !isNoQuotation(at) && !isRepeated(at)) {
                if (closes(at)) {
                    close();
                } else if (open.size() < DEEPEST && opens(at)) {
                    open.push(new Opened(text.charAt(at), at, false));
                } else {
                    return Optional.of(at);
                }
            }
        }
        open.removeIf(Opened::mayBeClosed);
        return Optional.ofNullable(open.peekLast()).map(Opened::at);
    }

    private static boolean isMark(char c) {
        return "\"“”„«»「」『』《》".indexOf(c) >= 0;
    }

    /** Whether the mark ends the quotation that is open. */
    private boolean closes(int at) {
        if (open.isEmpty()) {
            return false;
        }
        char mark = text.charAt(at);
        return switch (open.peek().mark()) {
            case '"' -> mark == '"';
            case '„' -> mark == '“' || mark == '”' || (mark == '"' && !startsWord(at));
            case '“' -> mark == '”' || (mark == '“' && !startsWord(at));
            case '”' -> mark == '”';
            case '«' -> mark == '»';
            case '»' -> mark == '«' || (mark == '»' && !startsWord(at));
            case '「' -> mark == '」';
            case '『' -> mark == '』';
            case '《' -> mark == '》';
            default -> false;
        };
    }

    /** Where one ending mark stands for two, as Russian has it, the outer one may be closed too. */
    private void close() {
        char mark = open.pop().mark();
        if (mark == '«' && !open.isEmpty() && open.peek().mark() == '«') {
            Opened outer = open.pop();
            open.push(new Opened(outer.mark(), outer.at(), true));
        }
    }

    /** Whether a quotation begins with the mark; within one of the same sort only another sort. */
    private boolean opens(int at) {
        char mark = text.charAt(at);
        boolean within = open.stream().anyMatch(opened -> opened.mark() == mark);
        return switch (mark) {
            case '"', '「', '『', '《', '«' -> true;
            case '“', '„' -> !within;
            case '”', '»' -> !within && startsWord(at);
            default -> false;
        };
    }

    /** A quotation that goes on in a new paragraph begins there once more. */
    private boolean isRepeated(int at) {
        boolean first = at > 0 && text.charAt(at - 1) == '\n';
        if (!first || open.isEmpty()) {
            return false;
        }
        char mark = text.charAt(at);
        return switch (open.peek().mark()) {
            case '«' -> mark == '«' || (mark == '»' && startsWord(at));
            case '"' -> false; // it can't be told from an end
            default -> mark == open.peek().mark();
        };
    }

    private boolean isNoQuotation(int at) {
        if (text.charAt(at) != '"') {
            return false;
        }
        boolean inches =
                Character.isDigit(before(at))
                        && open.stream().noneMatch(opened -> "\"„".indexOf(opened.mark()) >= 0);
        return inches || (isHebrew(before(at)) && isHebrew(after(at)));
    }

    private boolean startsWord(int at) {
        char before = before(at);
        boolean apart =
                Character.isWhitespace(before)
                        || Character.isSpaceChar(before)
                        || "([{—–-/:„“”«»‘’‚‹›\"'".indexOf(before) >= 0;
        return apart && !Character.isWhitespace(after(at)) && ".,;:!?)]}".indexOf(after(at)) < 0;
    }

    private char before(int at) {
        return at == 0 ? '\n' : text.charAt(at - 1);
    }

    private char after(int at) {
        return at + 1 == text.length() ? '\n' : text.charAt(at + 1);
    }

    private static boolean isHebrew(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW;
    }

    private static String around(String text, int at) {
        int from = Math.max(text.lastIndexOf('\n', at) + 1, at - WORDS_AROUND);
        int end = text.indexOf('\n', at);
        int to = Math.min(end < 0 ? text.length() : end, at + WORDS_AROUND);
        return WholeCharacters.between(text, from, to);
    }

    /**
     * A quotation that has begun.
     *
     * @param mayBeClosed whether a mark that ended a quotation within it may have ended it too
     */
    private record Opened(char mark, int at, boolean mayBeClosed) {}
}
