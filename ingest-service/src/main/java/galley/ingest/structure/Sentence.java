package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import galley.ingest.structure.InlineText.Span;

/**
 * A sentence of a block.
 *
 * @param tokens of the sentence, with the mark that ends it
 * @param isLast whether the block ends with it
 * @param tables the phrases that it may have, as {@link Vocabulary#tablesFor} tells
 */
record Sentence(InlineText inline, List<Token> tokens, boolean isLast, long tables) {
    private static final Set<String> ENDS = Set.of(".", "!", "?", "…");
    private static final Set<String> CLOSERS = Set.of("”", "\"", "’", "»", "“", ")", "]");

    /** The sentences of a text; a line break ends one too. */
    static List<Sentence> of(InlineText inline, List<Token> tokens, Vocabulary vocabulary) {
        var sentences = new ArrayList<Sentence>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isLineBreak()) {
                add(sentences, inline, tokens.subList(from, i), false, vocabulary);
                from = i + 1;
            } else if (endsAt(tokens, i, vocabulary)) {
                int end = i + 1;
                while (end < tokens.size() && endsToo(tokens.get(end))) {
                    end++;
                }
                add(sentences, inline, tokens.subList(from, end), end == tokens.size(), vocabulary);
                from = end;
                i = end - 1;
            }
        }
        add(sentences, inline, tokens.subList(from, tokens.size()), true, vocabulary);
        return sentences;
    }

    private static boolean endsToo(Token token) {
        return ENDS.contains(token.text()) || CLOSERS.contains(token.text());
    }

    private static void add(
            List<Sentence> sentences,
            InlineText inline,
            List<Token> tokens,
            boolean isLast,
            Vocabulary vocabulary) {
        if (!tokens.isEmpty()) {
            sentences.add(new Sentence(inline, tokens, isLast, vocabulary.tablesFor(tokens)));
        }
    }

    private static boolean endsAt(List<Token> tokens, int i, Vocabulary vocabulary) {
        var mark = tokens.get(i);
        if (!ENDS.contains(mark.text())) {
            return false;
        }
        if (!mark.is(".") || i == 0 || i + 1 == tokens.size()) {
            return true;
        }
        var after = tokens.get(i + 1);
        boolean goesOn = after.isWord() && Character.isLowerCase(after.text().charAt(0));
        return !goesOn && !isAbbreviation(tokens.get(i - 1), mark, vocabulary);
    }

    private static boolean isAbbreviation(Token word, Token dot, Vocabulary vocabulary) {
        boolean isDay = word.isNumber() && word.text().length() <= 2;
        boolean isShortened = word.isUpperCase() && word.text().indexOf('.') > 0;
        return word.end() == dot.start()
                && (word.text().length() == 1
                        || isDay
                        || isShortened
                        || vocabulary.has("abbreviations", word.lower()));
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    /** Whether something begins at that token: the sentence, or what follows a colon. */
    boolean beginsAt(int i) {
        int before = i - 1;
        while (before >= 0 && !token(before).isWord() && !token(before).is(":")) {
            before--;
        }
        return before < 0 || (before == i - 1 && token(before).is(":"));
    }

    /** The text from one token to before another, as it stands. */
    String text(int from, int to) {
        return inline.text().substring(token(from).start(), token(to - 1).end());
    }

    String text() {
        return text(0, size());
    }

    /** The words that markup sets apart from this token on, or null. */
    Span spanAt(int i) {
        return inline.startingAt(token(i).start());
    }

    /** The first token, from this one on, at or after a place in the text. */
    int tokenAfter(int from, int end) {
        int i = from;
        while (i < size() && token(i).start() < end) {
            i++;
        }
        return i;
    }
}
