package galley.ingest.wordpress;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jsoup.nodes.Element;

import galley.ingest.feed.FeedReading;
import galley.ingest.feed.FeedXml;
import galley.ingest.feed.WordPressExport;
import galley.ingest.format.FormatReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads WordPress's export files (WXR 1.0 to 1.2): the posts and pages that are published. Drafts,
 * private and trashed posts, revisions, menus and attachments are no items.
 */
@ApplicationScoped
public class WxrReader implements FormatReader {
    private static final Set<String> TYPES = Set.of("post", "page");

    @Override
    public String format() {
        return "wxr";
    }

    @Override
    public boolean recognises(RawDocument document) {
        return WordPressExport.is(document);
    }

    @Override
    public Reading read(RawDocument document) throws UnreadableDocumentException {
        var root = FeedXml.parse(document);
        var site = new WxrSite(root);
        return FeedReading.of(
                format(),
                root,
                item -> isPublished(item, site),
                (item, position) -> new WxrPost(item, site, document.address()).entry(position));
    }

    static boolean isPublished(Element element, WxrSite site) {
        if (!site.rss("item").isNameOf(element)) {
            return false;
        }
        var type = site.wp("post_type").textOf(element);
        var status = site.wp("status").textOf(element);
        return (type == null || TYPES.contains(type))
                && (status == null || status.equals("publish"));
    }
}
