package galley.editorial.search;

import galley.events.WireName;
import galley.kit.paging.Cursor;
import galley.kit.problem.Problems;

/**
 * A place in a list.
 *
 * @param sort the list's order
 * @param inHeadline whether it is among those that have the words in the headline
 * @param cursor the place there
 */
record Place(Sort sort, boolean inHeadline, Cursor cursor) {
    private static final char SEPARATOR = '~';

    /** The opaque form. */
    String encode() {
        return tag(sort, inHeadline) + SEPARATOR + cursor.encode();
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @return null for no text: the list's start
     * @throws galley.kit.problem.Problem 400 for what no list in this order has handed out
     */
    static Place decode(String text, Sort sort) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int end = text.indexOf(SEPARATOR);
        String tag = end < 0 ? "" : text.substring(0, end);
        boolean inHeadline = tag.equals(tag(sort, true));
        if (!inHeadline && !tag.equals(tag(sort, false))) {
            throw Problems.of(
                    400,
                    "bad-cursor",
                    "Bad cursor",
                    "The cursor is not one that a list in this order has handed out.");
        }
        return new Place(sort, inHeadline, Cursor.decode(text.substring(end + 1)));
    }

    private static String tag(Sort sort, boolean inHeadline) {
        return WireName.of(sort) + (inHeadline ? "-h" : "");
    }
}
