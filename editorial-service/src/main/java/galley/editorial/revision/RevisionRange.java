package galley.editorial.revision;

import java.util.regex.Pattern;

import galley.kit.problem.Problems;

/**
 * Two revisions that are compared.
 *
 * @param from what counts as before; it may be the later one
 * @param to what counts as after
 */
record RevisionRange(long from, long to) {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})\\.\\.([0-9]{1,18})");

    /**
     * Reads {@code 2..5}.
     *
     * @throws galley.kit.problem.Problem 400 when it is no pair of numbers
     */
    static RevisionRange parse(String text) {
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            throw Problems.badRequest("Two revisions are written as in 2..5.");
        }
        return new RevisionRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)));
    }
}
