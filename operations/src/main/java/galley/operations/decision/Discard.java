package galley.operations.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * The body of a call that discards something.
 *
 * @param note why
 */
public record Discard(@Schema(required = true, description = "Why") String note) {
    private static final int MAX_LENGTH = 10_000;

    /**
     * The note of a body as it came, without the white space around it.
     *
     * @param body null when the request had none
     * @throws Problem 422 when there is no note, or none that can be kept
     */
    public static String why(Discard body) {
        String note = body == null || body.note() == null ? "" : body.note().strip();
        if (note.isEmpty()) {
            throw Problems.unprocessable("note", "Who discards something says why, in a note.");
        }
        if (note.length() > MAX_LENGTH) {
            throw Problems.unprocessable(
                    "note", "It has at most %,d characters.".formatted(MAX_LENGTH));
        }
        if (!note.codePoints().allMatch(Discard::isSound)) {
            throw Problems.unprocessable("note", "It holds a control character.");
        }
        return note;
    }

    private static boolean isSound(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> Character.isWhitespace(codePoint);
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
