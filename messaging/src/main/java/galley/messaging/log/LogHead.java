package galley.messaging.log;

/**
 * How far a log goes.
 *
 * @param last the last position that was given; 0 before the first
 * @param removed the highest position that is no longer kept; 0 while all are
 */
public record LogHead(long last, long removed) {
    /** Whether all that follows on a position is here. */
    public boolean goesOnFrom(long position) {
        return position >= removed && position <= last;
    }
}
