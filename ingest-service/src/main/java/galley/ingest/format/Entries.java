package galley.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a document entry by entry, so that a bad one spoils no other. */
public final class Entries {
    /** What one document brings is stored in one transaction. */
    private static final int MAX_ENTRIES = 10_000;

    /** Reads one entry; what it throws is that entry's failure alone. */
    @FunctionalInterface
    public interface EntryReader<T> {
        /** The entry that an element with this number, from 1, holds. */
        Entry read(T element, int position);
    }

    private Entries() {}

    /**
     * The entries that the elements hold, in their order, each once.
     *
     * @param elements the parts of the document that hold an entry each; their {@code toString}
     *     gives what the source wrote
     * @throws UnreadableDocumentException when there are more than any newsroom writes
     */
    public static <T> List<Entry> read(List<T> elements, EntryReader<T> reader)
            throws UnreadableDocumentException {
        if (elements.size() > MAX_ENTRIES) {
            throw new UnreadableDocumentException(
                    "The document has more than " + MAX_ENTRIES + " entries.");
        }
        var entries = new ArrayList<Entry>();
        for (var element : elements) {
            entries.add(read(element, entries.size() + 1, reader));
        }
        return withoutRepeats(entries);
    }

    private static <T> Entry read(T element, int position, EntryReader<T> reader) {
        try {
            return reader.read(element, position);
        } catch (TooManyElementsException e) {
            return unreadable(element, position, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a foreign entry sets off in here, the others are to come in.
            return unreadable(element, position, "The entry can't be read: " + e);
        }
    }

    private static Entry unreadable(Object element, int position, String reason) {
        var hash = Sha256.of(element.toString());
        return new UnreadableEntry(position, Identity.of(null, null, hash), hash, reason);
    }

    /**
     * An entry may stand in a document twice. Of two versions of one item the newer counts; two
     * items that share an id by mistake must not overwrite each other.
     */
    private static List<Entry> withoutRepeats(List<Entry> entries) {
        Map<String, ReadItem> newest = new LinkedHashMap<>();
        var distinct = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry instanceof ReadItem item) {
                var known = newest.putIfAbsent(item.identity(), item);
                if (known != null && differ(known, item)) {
                    var hash = Sha256.of(item.identity(), item.contentHash());
                    distinct.add(
                            new UnreadableEntry(
                                    item.position(),
                                    Identity.of(null, null, hash),
                                    hash,
                                    "Entry "
                                            + known.position()
                                            + " has the same id, but another address."));
                } else if (known != null && isNewer(item, known)) {
                    newest.put(item.identity(), item);
                }
            } else {
                distinct.add(entry);
            }
        }
        distinct.addAll(newest.values());
        distinct.sort(Comparator.comparingInt(Entry::position));
        return distinct;
    }

    private static boolean differ(ReadItem one, ReadItem other) {
        return one.content().url() != null
                && other.content().url() != null
                && !one.content().url().equals(other.content().url());
    }

    private static boolean isNewer(ReadItem item, ReadItem known) {
        int byVersion = Versions.compare(item.content().version(), known.content().version());
        return byVersion == 0 ? time(item).isAfter(time(known)) : byVersion > 0;
    }

    private static Instant time(ReadItem item) {
        var content = item.content();
        var time =
                content.versionCreated() != null
                        ? content.versionCreated()
                        : content.firstCreated();
        return time == null ? Instant.MIN : time;
    }
}
