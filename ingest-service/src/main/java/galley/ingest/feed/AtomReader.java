package galley.ingest.feed;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads Atom (RFC 4287), its forerunner Atom 0.3, a single entry that stands for itself, and the
 * tombstones of entries that were taken back (RFC 6721).
 */
@ApplicationScoped
public class AtomReader implements FormatReader {
    private static final Pattern ATOM =
            Pattern.compile("w3\\.org/2005/Atom|purl\\.org/atom/ns#|atompub/tombstones");
    private static final XmlName DELETED_ENTRY =
            new XmlName(XmlName.TOMBSTONES, "at", "deleted-entry");

    @Override
    public String format() {
        return "atom";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return switch (FeedXml.rootName(document)) {
            case String root when root.equalsIgnoreCase("feed") -> true;
            case "entry", "deleted-entry" -> ATOM.matcher(FeedXml.rootTag(document)).find();
            default -> false;
        };
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var entry = XmlName.own(root, "entry");
        return FeedReading.of(
                format(),
                root,
                element -> entry.isNameOf(element) || DELETED_ENTRY.isNameOf(element),
                (element, position) ->
                        DELETED_ENTRY.isNameOf(element)
                                ? Tombstone.read(element, position, document.address())
                                : new AtomEntry(element, document.address()).entry(position));
    }
}
