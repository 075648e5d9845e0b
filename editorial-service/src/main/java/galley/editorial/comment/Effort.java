package galley.editorial.comment;

/**
 * How much comparing an edit is worth. What would take more is taken for rewritten, and its words
 * are looked for instead.
 */
final class Effort {
    /** The steps of one comparison at worst; a long chapter's words fit. */
    private static final long MAX_AT_ONCE = 16_000_000;

    private long left = 100_000_000;

    /**
     * Whether two lists may be compared; if so, it counts.
     *
     * @param size of both together: at worst comparing takes the square of it
     */
    boolean allows(long size) {
        long steps = size * size;
        if (steps > MAX_AT_ONCE || steps > left) {
            return false;
        }
        left -= steps;
        return true;
    }
}
