package galley.ingest.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.nodes.Element;

import galley.ingest.feed.FeedReading;
import galley.ingest.feed.FeedXml;
import galley.ingest.feed.XmlName;
import galley.ingest.format.Entry;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/** Reads NITF 3 (News Industry Text Format), with or without its namespace or DOCTYPE. */
@ApplicationScoped
public class NitfReader implements FormatReader {

    @Override
    public String format() {
        return "nitf";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return IptcRoot.isOneOf(document, "nitf");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var reading =
                FeedReading.of(
                        format(),
                        root,
                        XmlName.own(root, "nitf")::isNameOf,
                        (nitf, position) -> entry(nitf, position, document.address()));
        return new Reading(
                format(), withCancel(reading, root, document.address()), reading.whole());
    }

    private static Entry entry(Element nitf, int position, URI address) {
        var draft = new ItemDraft(position);
        draft.base = address;
        var filing = new Filing();
        NitfDescription.fill(nitf, draft);
        NitfManagement.read(nitf, draft);
        NitfBodyHead.fill(nitf, draft, filing);
        NitfMedia.read(nitf, draft);
        WireBody.put(NitfText.of(nitf).orElse(null), draft, filing);
        return draft.toEntry();
    }

    /** With an entry for the other document that this one takes back, if it does. */
    private static List<Entry> withCancel(Reading reading, Element nitf, URI address) {
        var entries = new ArrayList<>(reading.entries());
        var other = NitfManagement.canceledByIt(nitf);
        boolean isKnown = entries.stream().anyMatch(entry -> entry.identity().equals(other));
        if (other != null && !isKnown) {
            var cancel = new ItemDraft(entries.size() + 1);
            cancel.base = address;
            cancel.guid = other;
            cancel.editorialNote = Sentences.of(NitfNotes.of(nitf));
            PubStatus.set(cancel, "canceled", cancel.editorialNote);
            entries.add(cancel.toEntry());
        }
        return entries;
    }
}
