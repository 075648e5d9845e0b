package galley.editorial.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.content.PlainText;
import galley.editorial.history.Reason;
import galley.kit.json.StrictJson;
import galley.kit.problem.Problems;

/**
 * What is sent to be saved.
 *
 * @param content an article's members, or a merge patch of them
 * @param reason what the save is about, from the member {@code internalNote} beside them
 */
record SentContent(JsonNode content, Reason reason) {
    private static final String NOTE = "internalNote";
    private static final int LONGEST_NOTE = 10_000;

    /**
     * Reads a body.
     *
     * @throws galley.kit.problem.Problem 400, or 422 for a note that is no text or too long
     */
    static SentContent read(byte[] body) {
        JsonNode sent = StrictJson.read(body);
        if (!(sent instanceof ObjectNode members)) {
            return new SentContent(sent, Reason.NONE); // its reader says that it is no article
        }
        JsonNode note = members.remove(NOTE);
        return new SentContent(members, new Reason(null, note == null ? null : text(note)));
    }

    private static String text(JsonNode note) {
        if (!note.isTextual() && !note.isNull()) {
            throw Problems.unprocessable(NOTE, "A note is text.");
        }
        String text = note.textValue();
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Problems.unprocessable(
                    NOTE, "It has at most %,d characters.".formatted(LONGEST_NOTE));
        }
        return PlainText.orNull(text);
    }
}
