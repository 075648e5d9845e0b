package galley.editorial.comment;

import java.util.UUID;

import galley.editorial.content.PlainText;
import galley.editorial.content.StrictJson;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * A comment as somebody sends it.
 *
 * @param replyTo a comment of the thread that it joins; null begins one
 */
record SentComment(String text, UUID replyTo) {
    private static final int MAX_TEXT = 10_000;

    /**
     * Reads a new comment.
     *
     * @throws Problem 400 or 422
     */
    static SentComment read(byte[] body) {
        SentComment sent = StrictJson.bind(StrictJson.read(body), SentComment.class);
        return new SentComment(text(sent.text()), sent.replyTo());
    }

    /**
     * Reads another text for a comment.
     *
     * @throws Problem 400 or 422
     */
    static String readText(byte[] body) {
        return text(StrictJson.bind(StrictJson.read(body), Reworded.class).text());
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
