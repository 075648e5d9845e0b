package galley.ingest.feed;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.nodes.Element;

import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/** Reads RSS of all versions: 0.91 to 2.0, and 0.90 and 1.0, which are RDF. */
@ApplicationScoped
public class RssReader implements FormatReader {
    private static final Pattern RSS_IN_RDF =
            Pattern.compile("purl\\.org/rss/|/rdf/simple/0\\.9|<(?:\\w+:)?channel\\b");

    @Override
    public String format() {
        return "rss";
    }

    @Override
    public boolean recognises(RawDocument document) {
        var root = FeedXml.rootName(document);
        boolean rss =
                root.equalsIgnoreCase("rss")
                        || (root.equalsIgnoreCase("RDF")
                                && RSS_IN_RDF.matcher(document.text()).find());
        return rss && !WordPressExport.is(document);
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var channel = channel(root);
        return FeedReading.of(
                format(),
                root,
                XmlName.own(channel, "item")::isNameOf,
                (item, position) -> new RssItem(item, channel, document.address()).entry(position));
    }

    /** In RDF the items stand beside the channel, and its namespace is RSS's, not the root's. */
    private static Element channel(Element root) throws UnreadableDocumentException {
        for (var child : root.children()) {
            if (child.tag().localName().equalsIgnoreCase("channel")) {
                return child;
            }
        }
        if (root.stream().anyMatch(XmlName.own(root, "item")::isNameOf)) {
            return root; // somebody forgot the channel
        }
        throw new UnreadableDocumentException("The feed has no channel.");
    }
}
