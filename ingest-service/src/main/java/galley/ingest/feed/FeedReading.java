package galley.ingest.feed;

import java.util.function.Predicate;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entries;
import galley.ingest.format.Entries.EntryReader;
import galley.ingest.format.Entry;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

/** Reads a feed in XML entry by entry, as far as the document goes. */
public final class FeedReading {
    private FeedReading() {}

    /**
     * Reads all entries in the order of the document.
     *
     * @param isEntry whether an element, wherever it stands, is an entry
     * @throws UnreadableDocumentException when the document breaks off before its first entry, or
     *     has too many
     */
    public static Reading of(
            String format, Element root, Predicate<Element> isEntry, EntryReader<Element> reader)
            throws UnreadableDocumentException {
        // A forgotten end tag puts an entry inside the one before it.
        var elements = root.stream().filter(isEntry).toList();
        boolean whole = !FeedXml.breaksOffIn(root);
        if (elements.isEmpty() && !whole) {
            throw new UnreadableDocumentException(
                    "The document breaks off before its first entry.");
        }
        var entries =
                Entries.read(elements, (element, position) -> read(element, position, reader));
        return new Reading(format, entries, whole);
    }

    private static Entry read(Element element, int position, EntryReader<Element> reader) {
        var entry = reader.read(element, position);
        return FeedXml.breaksOffIn(element)
                ? UnreadableEntry.of(entry, "The document breaks off inside this entry.")
                : entry;
    }
}
