package galley.editorial.article;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.history.Notes;
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
        return Notes.read(NOTE, note.textValue());
    }
}
