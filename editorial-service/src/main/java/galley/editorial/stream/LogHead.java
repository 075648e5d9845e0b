package galley.editorial.stream;

/**
 * How far the change log goes.
 *
 * @param last the last position that was given; 0 before the first
 * @param removed the highest position that is no longer kept; 0 while all are
 */
record LogHead(long last, long removed) {
    /** Whether all that follows on a position is here. */
    boolean goesOnFrom(long position) {
        return position >= removed && position <= last;
    }
}
