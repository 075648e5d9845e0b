package galley.ingest.json;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import galley.ingest.format.Entries;
import galley.ingest.format.Entries.EntryReader;
import galley.ingest.format.Entry;
import galley.ingest.format.Identity;
import galley.ingest.format.Reading;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

/** Reads a JSON document entry by entry, as far as it goes. */
public final class JsonReading {
    private JsonReading() {}

    /**
     * Reads all entries in their order.
     *
     * @param elements the parts of the tree that should be objects with an entry each
     * @throws UnreadableDocumentException when the document breaks off before its first entry, or
     *     has too many
     */
    public static Reading of(
            String format, JsonTree tree, List<JsonNode> elements, EntryReader<JsonNode> reader)
            throws UnreadableDocumentException {
        boolean whole = !tree.breaksOffIn(tree.root());
        if (elements.isEmpty() && !whole) {
            throw new UnreadableDocumentException(
                    "The document breaks off before its first entry.");
        }
        var entries =
                Entries.read(
                        elements, (element, position) -> read(element, position, tree, reader));
        return new Reading(format, entries, whole);
    }

    private static Entry read(
            JsonNode element, int position, JsonTree tree, EntryReader<JsonNode> reader) {
        if (!element.isObject()) {
            var hash = Sha256.of(element.toString());
            return new UnreadableEntry(
                    position, Identity.of(null, null, hash), hash, "The entry is no object.");
        }
        var entry = reader.read(element, position);
        return tree.breaksOffIn(element)
                ? UnreadableEntry.of(
                        entry, "The document breaks off, or is no JSON any more, in this entry.")
                : entry;
    }
}
