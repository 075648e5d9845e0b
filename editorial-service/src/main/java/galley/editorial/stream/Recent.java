package galley.editorial.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest changes, for all open streams of this process to read from.
 *
 * @param from the position before the first of them
 * @param items without a gap
 */
record Recent(long from, List<StreamItem> items) {
    /** As much as a client can lag behind without asking the database. */
    private static final int MOST = 5_000;

    Recent {
        items = List.copyOf(items);
    }

    static Recent startingAt(long position) {
        return new Recent(position, List.of());
    }

    long last() {
        return from + items.size();
    }

    /** With some more, and as many fewer of the oldest as it takes. */
    Recent with(List<StreamItem> more) {
        List<StreamItem> all = new ArrayList<>(items);
        all.addAll(more);
        int tooMany = Math.max(0, all.size() - MOST);
        return new Recent(from + tooMany, all.subList(tooMany, all.size()));
    }

    /** Whether what follows on a position is here, as far as it is known. */
    boolean goesOnFrom(long position) {
        return position >= from;
    }

    /** What follows on a position. */
    List<StreamItem> after(long position) {
        return position >= last()
                ? List.of()
                : items.subList((int) (position - from), items.size());
    }
}
