package galley.kit.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest of a log, for all open streams of this process to read from.
 *
 * @param from the position before the first of them
 * @param items without a gap
 * @param takenBack the position of the latest that takes an earlier text back; 0 for none
 */
record Recent<T extends StreamItem>(long from, List<T> items, long takenBack) {
    /** As much as a client can lag behind without asking the database. */
    private static final int MOST = 5_000;

    /** In characters. */
    private static final long LARGEST = 8_000_000;

    Recent {
        items = List.copyOf(items);
    }

    static <T extends StreamItem> Recent<T> startingAt(long position) {
        return new Recent<>(position, List.of(), 0);
    }

    long last() {
        return from + items.size();
    }

    /**
     * With some more, which were read just now, and as many fewer of the oldest as it takes. What
     * was read before a text was taken back is not kept.
     */
    Recent<T> with(List<T> more) {
        long back =
                more.stream()
                        .filter(StreamItem::takesBack)
                        .mapToLong(StreamItem::position)
                        .max()
                        .orElse(takenBack);
        List<T> all = new ArrayList<>(back == takenBack ? items : List.of());
        all.addAll(more);
        int first = firstToKeep(all);
        return new Recent<>(
                last() + more.size() - all.size() + first, all.subList(first, all.size()), back);
    }

    private int firstToKeep(List<T> all) {
        int first = all.size();
        long size = 0;
        while (first > 0 && all.size() - first < MOST) {
            size += all.get(first - 1).size();
            if (size > LARGEST) {
                break;
            }
            first--;
        }
        return first;
    }

    /** Whether what follows on a position is here, as far as it is known. */
    boolean goesOnFrom(long position) {
        return position >= from;
    }

    /** What follows on a position. */
    List<T> after(long position) {
        return position >= last()
                ? List.of()
                : items.subList((int) (position - from), items.size());
    }
}
