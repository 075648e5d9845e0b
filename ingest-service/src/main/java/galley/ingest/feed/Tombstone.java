package galley.ingest.feed;

import java.net.URI;

import org.jsoup.nodes.Element;

import galley.ingest.format.Entry;
import galley.ingest.format.FeedDate;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;
import galley.ingest.format.UnreadableEntry;

/** Reads a tombstone (RFC 6721): the source takes back the entry whose id it refers to. */
final class Tombstone {
    private static final XmlName COMMENT = new XmlName(XmlName.TOMBSTONES, "at", "comment");

    private Tombstone() {}

    static Entry read(Element tombstone, int position, URI address) {
        var draft = new ItemDraft(position);
        draft.base = XmlContext.base(tombstone, address);
        draft.guid = tombstone.attr("ref");
        draft.versionCreated = FeedDate.parse(tombstone.attr("when"));
        draft.editorialNote = COMMENT.childOf(tombstone).map(AtomText::html).orElse(null);
        var comment = PlainText.lineOrNull(draft.editorialNote);
        draft.cancel(comment == null ? "deleted-entry" : "deleted-entry: " + comment);
        return draft.guid.isBlank()
                ? UnreadableEntry.of(draft.toEntry(), "The tombstone names no entry.")
                : draft.toEntry();
    }
}
