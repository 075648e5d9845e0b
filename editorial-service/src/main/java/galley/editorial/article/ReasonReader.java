package galley.editorial.article;

import com.fasterxml.jackson.databind.JsonNode;

import galley.editorial.content.PlainText;
import galley.editorial.content.StrictJson;
import galley.editorial.history.Reason;
import galley.editorial.workflow.NoteRule;
import galley.kit.problem.Problems;

/** Reads the body of a decision: {@code {"note": "…", "internalNote": "…"}}, or nothing at all. */
final class ReasonReader {
    /** Small enough for the room that every event keeps free. */
    private static final int MAX_LENGTH = 10_000;

    private ReasonReader() {}

    /**
     * Reads the body; texts lose the white space around them.
     *
     * @throws galley.kit.problem.Problem 422 when the note is missing where one is needed, or
     *     anything else is in the body
     */
    static Reason read(byte[] body, NoteRule rule) {
        Reason reason = body == null || body.length == 0 ? Reason.NONE : read(body);
        if (rule == NoteRule.REQUIRED && reason.note() == null) {
            throw Problems.unprocessable("note", "This decision says why, in a note.");
        }
        return reason;
    }

    private static Reason read(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject()) {
            throw Problems.unprocessable("", "A decision is a JSON object.");
        }
        Reason sent = StrictJson.bind(json, Reason.class);
        return new Reason(text("note", sent.note()), text("internalNote", sent.internalNote()));
    }

    private static String text(String field, String value) {
        if (value != null && value.length() > MAX_LENGTH) {
            throw Problems.unprocessable(
                    field, "It has at most %,d characters.".formatted(MAX_LENGTH));
        }
        return PlainText.orNull(value);
    }
}
