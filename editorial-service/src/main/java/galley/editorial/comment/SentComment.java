package galley.editorial.comment;

import java.util.UUID;
import java.util.regex.Pattern;

import galley.editorial.content.PlainText;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * A comment as somebody sends it.
 *
 * @param anchor the words that it is about; null for the article as a whole
 * @param replyTo a comment of the thread that it joins; null begins one
 * @param suggestion what these words should become, empty for nothing; null for no suggestion
 */
record SentComment(String text, SentAnchor anchor, UUID replyTo, String suggestion) {
    private static final int MAX_TEXT = 10_000;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /**
     * Reads a new comment.
     *
     * @throws Problem 400 or 422
     */
    static SentComment read(byte[] body) {
        SentComment sent = StrictJson.bind(StrictJson.read(body), SentComment.class);
        if (sent.replyTo() != null && sent.anchor() != null) {
            throw Problems.unprocessable("anchor", "A reply is about what its thread is about.");
        }
        if (sent.suggestion() != null) {
            requireSuggestion(sent);
        }
        return new SentComment(text(sent.text()), sent.anchor(), sent.replyTo(), sent.suggestion());
    }

    /**
     * Reads another text for a comment.
     *
     * @throws Problem 400 or 422
     */
    static String readText(byte[] body) {
        return text(StrictJson.bind(StrictJson.read(body), Reworded.class).text());
    }

    private static void requireSuggestion(SentComment sent) {
        if (sent.anchor() == null) {
            throw Problems.unprocessable("anchor", "A suggestion is for words of the article.");
        }
        if (LINE_BREAK.matcher(sent.suggestion()).find()) {
            throw Problems.unprocessable("suggestion", "A suggestion has no line breaks.");
        }
        if (sent.suggestion().length() > Anchor.MAX_LENGTH) {
            throw Problems.unprocessable(
                    "suggestion",
                    "A suggestion has at most %,d characters.".formatted(Anchor.MAX_LENGTH));
        }
    }

    private static String text(String sent) {
        String text = PlainText.orNull(sent);
        if (text == null) {
            throw Problems.unprocessable("text", "A comment says something.");
        }
        if (text.length() > MAX_TEXT) {
            throw Problems.unprocessable(
                    "text", "A comment has at most %,d characters.".formatted(MAX_TEXT));
        }
        return text;
    }

    private record Reworded(String text) {}
}
