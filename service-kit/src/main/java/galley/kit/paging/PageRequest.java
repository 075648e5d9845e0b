package galley.kit.paging;

import galley.kit.problem.Problems;

/**
 * What part of a list a client asks for.
 *
 * @param limit how many rows at most, 1 to {@value #MAX_LIMIT}
 * @param after the place after which the page starts, or null for the list's start
 */
public record PageRequest(int limit, Cursor after) {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 100;

    /**
     * Reads the two query parameters as they came.
     *
     * @param limit the parameter {@code limit}, or null for {@value #DEFAULT_LIMIT}
     * @param cursor the parameter {@code cursor}, or null
     * @throws galley.kit.problem.Problem 400 when one of them is wrong
     */
    public static PageRequest of(String limit, String cursor) {
        return new PageRequest(readLimit(limit), Cursor.decode(cursor));
    }

    /** How many rows to read: one more than the page holds tells whether another page follows. */
    public int rowsToRead() {
        return limit + 1;
    }

    private static int readLimit(String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // answered below, like any other wrong number
        }
        throw Problems.of(
                400, "bad-limit", "Bad limit", "limit is a number from 1 to " + MAX_LIMIT + ".");
    }
}
