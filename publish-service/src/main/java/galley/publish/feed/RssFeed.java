package galley.publish.feed;

import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;

import org.jsoup.nodes.Entities;

import galley.publish.http.HttpDate;
import galley.publish.xml.XmlDocument;

/**
 * Writes RSS 2.0 as the RSS Advisory Board's best practices profile advises: the whole text in
 * {@code content:encoded}, authors as {@code dc:creator}, an {@code atom:link} to the feed itself,
 * and no more than one enclosure. All pictures are there as Media RSS.
 */
final class RssFeed {
    private RssFeed() {}

    static byte[] write(Feed feed) {
        return XmlDocument.write(
                xml ->
                        xml.element(
                                "rss",
                                _ -> xml.element("channel", _ -> channel(xml, feed)),
                                "version",
                                "2.0",
                                "xmlns:atom",
                                "http://www.w3.org/2005/Atom",
                                "xmlns:content",
                                "http://purl.org/rss/1.0/modules/content/",
                                "xmlns:dc",
                                "http://purl.org/dc/elements/1.1/",
                                "xmlns:media",
                                "http://search.yahoo.com/mrss/"));
    }

    private static void channel(XmlDocument xml, Feed feed) throws XMLStreamException {
        xml.text("title", feed.title());
        xml.text("link", feed.home());
        xml.text("description", feed.description());
        xml.text("language", feed.language());
        if (feed.updatedAt().isAfter(Instant.EPOCH)) {
            xml.text("lastBuildDate", HttpDate.format(feed.updatedAt()));
        }
        xml.empty(
                "atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.address());
        xml.empty("atom:link", "rel", "hub", "href", feed.hub());
        for (FeedEntry entry : feed.entries()) {
            xml.element("item", _ -> item(xml, entry));
        }
    }

    private static void item(XmlDocument xml, FeedEntry entry) throws XMLStreamException {
        xml.text("title", entry.title());
        xml.text("link", entry.url());
        xml.text("guid", entry.id(), "isPermaLink", "false");
        xml.text("pubDate", HttpDate.format(entry.publishedAt()));
        // RSS itself has no word for it
        xml.text("atom:updated", entry.updatedAt().toString());
        for (String author : entry.authors()) {
            xml.text("dc:creator", author);
        }
        for (String category : entry.categories()) {
            xml.text("category", category);
        }
        xml.text("dc:language", entry.language());
        xml.text("dc:rights", entry.rights());
        // readers take a description for HTML
        if (entry.partial()) {
            xml.text("description", entry.content());
        } else {
            xml.text("description", Entities.escape(entry.summary()));
            xml.text("content:encoded", entry.content());
        }
        pictures(xml, entry.pictures());
    }

    private static void pictures(XmlDocument xml, List<FeedPicture> pictures)
            throws XMLStreamException {
        var sized = pictures.stream().filter(picture -> picture.bytes() != null).findFirst();
        if (sized.isPresent()) {
            var it = sized.get();
            xml.empty(
                    "enclosure",
                    "url",
                    it.url(),
                    "length",
                    it.bytes().toString(),
                    "type",
                    it.type());
        }
        for (FeedPicture picture : pictures) {
            xml.element(
                    "media:content",
                    _ -> {
                        xml.text("media:description", picture.caption(), "type", "plain");
                        xml.text("media:credit", picture.credit());
                    },
                    "url",
                    picture.url(),
                    "type",
                    picture.type(),
                    "medium",
                    "image",
                    "width",
                    String.valueOf(picture.width()),
                    "height",
                    String.valueOf(picture.height()),
                    "fileSize",
                    picture.bytes() == null ? null : picture.bytes().toString());
        }
    }
}
