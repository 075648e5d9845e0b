package galley.ingest.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import galley.ingest.format.Entry;
import galley.ingest.format.FormatReader;
import galley.ingest.format.ItemDraft;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.Sha256;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

/** Reads a format of the test's own: better once it is mended, as a new release may be. */
@ApplicationScoped
class MendableReader implements FormatReader {
    static volatile boolean isMended;

    @Override
    public String format() {
        return "mendable";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return document.text().startsWith("<mendable");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = Jsoup.parse(document.text(), Parser.xmlParser()).firstElementChild();
        if (root.hasAttr("broken") && !isMended) {
            throw new UnreadableDocumentException("Nobody can read this.");
        }
        List<Entry> entries = new ArrayList<>();
        for (var element : root.children()) {
            entries.add(entry(element, entries.size() + 1, document));
        }
        return new Reading(format(), entries, true);
    }

    private static Entry entry(Element element, int position, RawDocument document) {
        if (element.nameIs("two") && !isMended) {
            var hash = Sha256.of(element.outerHtml());
            return new UnreadableEntry(
                    position, "sha256:" + hash, hash, "Nobody can read this entry.");
        }
        var draft = new ItemDraft(position);
        draft.base = document.address();
        draft.guid = element.nodeName();
        draft.headline = element.text();
        return draft.toEntry();
    }
}
