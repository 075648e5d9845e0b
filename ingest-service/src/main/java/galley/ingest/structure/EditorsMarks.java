package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the editors' words in a foreign text: those in square brackets. Within a quotation they are
 * the quoting author's, unless they say that they are the editors'.
 */
final class EditorsMarks {
    private static final int MAX_LENGTH = 300;
    private static final int CONTEXT = 40;

    private final Vocabulary vocabulary;

    EditorsMarks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The marks in a block. */
    List<Claim> in(Block block) {
        var text = block.text();
        var marks = new ArrayList<Claim>();
        int quotations = 0;
        boolean inStraightQuotes = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '“', '„', '«' -> quotations++;
                case '”', '»' -> quotations = Math.max(0, quotations - 1);
                case '"' -> inStraightQuotes = !inStraightQuotes;
                case '[' -> {
                    int end = text.indexOf(']', i);
                    if (end < 0) {
                        return marks;
                    }
                    if (isMark(text, i + 1, end, quotations > 0 || inStraightQuotes)) {
                        marks.add(mark(text, i, end));
                        i = end;
                    }
                }
                default -> {
                    // any other character changes nothing
                }
            }
        }
        return marks;
    }

    private boolean isMark(String text, int from, int to, boolean quoted) {
        if (to - from > MAX_LENGTH) {
            return false;
        }
        var words = Token.of(text.substring(from, to)).stream().filter(Token::isWord).toList();
        boolean saysSomething =
                words.stream().anyMatch(word -> word.text().chars().allMatch(Character::isLetter))
                        && !vocabulary.has("no-marks", words.getFirst().lower());
        boolean signed = words.stream().anyMatch(word -> vocabulary.has("editors", word.lower()));
        return saysSomething && (!quoted || signed);
    }

    private static Claim mark(String text, int from, int end) {
        int context = Excerpt.boundary(text, Math.max(0, from - CONTEXT));
        return new Claim(
                "editorsMark",
                text.substring(from + 1, end).strip(),
                text.substring(context, end + 1),
                0.7);
    }
}
