package galley.kit.stream;

import java.util.List;

/**
 * The log that streams read. Positions have no gaps, except where the oldest were removed.
 *
 * @param <T> what it holds
 */
public interface StreamLog<T extends StreamItem> {
    /** Makes everything readable that was committed until now. */
    void catchUp();

    /** The last position that can be read; 0 for none. */
    long last();

    /** Whether all that follows on a position is still here, and the position was reached. */
    boolean goesOnFrom(long position);

    /**
     * What follows on a position, in order.
     *
     * @param most how many at most
     */
    List<T> after(long position, int most);
}
