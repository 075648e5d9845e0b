package galley.publish.edition;

import galley.kit.paging.Cursor;

/**
 * A place in a list that was searched by words: it has two heaps, one after the other.
 *
 * @param inHeadline whether in the first heap, of those that have the words in the headline
 * @param cursor the place in the heap; null for its start
 */
record Place(boolean inHeadline, Cursor cursor) {
    /** No cursor by itself begins so. */
    private static final String IN_TEXT = "~";

    /** The opaque form. */
    String encode() {
        return (inHeadline ? "" : IN_TEXT) + cursor.encode();
    }

    /**
     * Reads what {@link #encode()} wrote; null or nothing is the list's start.
     *
     * @throws galley.kit.problem.Problem 400 when the text is no cursor
     */
    static Place decode(String text) {
        return text != null && text.startsWith(IN_TEXT)
                ? new Place(false, Cursor.decode(text.substring(IN_TEXT.length())))
                : new Place(true, Cursor.decode(text));
    }
}
