package galley.ingest.wire;

import jakarta.enterprise.context.ApplicationScoped;

import galley.ingest.feed.FeedReading;
import galley.ingest.feed.FeedXml;
import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads NewsML-G2 of all versions and both levels of conformance: news items and packages, by
 * themselves or in a news message.
 */
@ApplicationScoped
public class NewsmlG2Reader implements FormatReader {

    @Override
    public String format() {
        return "newsml-g2";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return IptcRoot.isOneOf(
                document,
                "newsMessage",
                "newsItem",
                "packageItem",
                "conceptItem",
                "knowledgeItem",
                "planningItem",
                "catalogItem");
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var message = new G2Message(FeedXml.parse(document));
        return FeedReading.of(
                format(),
                message.root(),
                message::isItem,
                (item, position) ->
                        new G2Item(item, message).toEntry(position, document.address()));
    }
}
