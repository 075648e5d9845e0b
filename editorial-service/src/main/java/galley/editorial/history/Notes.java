package galley.editorial.history;

import galley.editorial.content.PlainText;
import galley.editorial.content.WholeCharacters;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Notes that people write to what they do. */
public final class Notes {
    /** Small enough for the room that every event keeps free. */
    private static final int MAX_LENGTH = 10_000;

    private Notes() {}

    /**
     * A note as it is kept, without the white space around it.
     *
     * @param field what the request calls it
     * @return null where nothing is said
     * @throws Problem 422 when it is too long for the event that tells of it
     */
    public static String read(String field, String sent) {
        if (sent != null && sent.length() > MAX_LENGTH) {
            throw Problems.unprocessable(
                    field, "It has at most %,d characters.".formatted(MAX_LENGTH));
        }
        return PlainText.orNull(sent);
    }

    /**
     * The beginning of what somebody else said at any length, where it stands for a note.
     *
     * @return null where nothing is said
     */
    public static String beginning(String said) {
        String text = PlainText.orNull(said);
        return text == null || text.length() <= MAX_LENGTH
                ? text
                : WholeCharacters.start(text, MAX_LENGTH - 1) + "…";
    }
}
