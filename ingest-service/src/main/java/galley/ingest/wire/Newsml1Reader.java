package galley.ingest.wire;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.feed.FeedReading;
import galley.ingest.feed.FeedXml;
import galley.ingest.feed.XmlName;
import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/** Reads NewsML 1 (1.0 to 1.2), the predecessor of NewsML-G2. */
@ApplicationScoped
public class Newsml1Reader implements FormatReader {

    @Override
    public String format() {
        return "newsml-1";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return IptcRoot.isOneOf(document, "NewsML");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var priority =
                IptcCode.level(XmlPath.attribute(root, "FormalName", "NewsEnvelope", "Priority"));
        return FeedReading.of(
                format(),
                root,
                XmlName.own(root, "NewsItem")::isNameOf,
                (item, position) ->
                        new Newsml1Item(item, position, document.address()).toEntry(priority));
    }
}
