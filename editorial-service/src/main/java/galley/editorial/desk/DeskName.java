package galley.editorial.desk;

import galley.editorial.content.PlainText;
import galley.kit.json.SoundText;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Names of desks, as articles carry them. */
public final class DeskName {
    private static final int LONGEST = 200;

    private DeskName() {}

    /**
     * The name that stands in an address.
     *
     * @throws Problem 404 when no article can carry it
     */
    public static String of(String segment) {
        if (!segment.equals(PlainText.orNull(segment))
                || !SoundText.isSound(segment)
                || segment.length() > LONGEST) {
            throw Problems.notFound("No desk can have this name.");
        }
        return segment;
    }
}
