package galley.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.Identity;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

/** Reads a document in XML entry by entry, so that a bad one spoils no other. */
public final class FeedReading {
    /** What one document brings is stored in one transaction. */
    private static final int MAX_ENTRIES = 10_000;

    /** Reads one entry; what it throws is that entry's failure alone. */
    @FunctionalInterface
    public interface EntryReader {
        /** The entry that an element with this number, from 1, holds. */
        Entry read(Element entry, int position);
    }

    private FeedReading() {}

    /**
     * Reads all entries in the order of the document.
     *
     * @param isEntry whether an element, wherever it stands, is an entry
     * @throws UnreadableDocumentException when the document breaks off before its first entry, or
     *     has too many
     */
    public static Reading of(
            String format, Element root, Predicate<Element> isEntry, EntryReader reader)
            throws UnreadableDocumentException {
        // A forgotten end tag puts an entry inside the one before it.
        var elements = root.stream().filter(isEntry).toList();
        if (elements.size() > MAX_ENTRIES) {
            throw new UnreadableDocumentException(
                    "The document has more than " + MAX_ENTRIES + " entries.");
        }
        boolean whole = !FeedXml.breaksOffIn(root);
        if (elements.isEmpty() && !whole) {
            throw new UnreadableDocumentException(
                    "The document breaks off before its first entry.");
        }
        var entries = new ArrayList<Entry>();
        for (var element : elements) {
            entries.add(read(element, entries.size() + 1, reader));
        }
        return new Reading(format, withoutRepeats(entries), whole);
    }

    private static Entry read(Element element, int position, EntryReader reader) {
        try {
            var entry = reader.read(element, position);
            return FeedXml.breaksOffIn(element)
                    ? new UnreadableEntry(
                            position,
                            entry.identity(),
                            entry.contentHash(),
                            "The document breaks off inside this entry.")
                    : entry;
        } catch (RuntimeException | StackOverflowError e) {
            // Whatever a foreign entry sets off in here, the others are to come in.
            var hash = Sha256.of(element.outerHtml());
            var identity = Identity.of(null, null, hash);
            return new UnreadableEntry(position, identity, hash, "The entry can't be read: " + e);
        }
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
        return time(item).isAfter(time(known));
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
