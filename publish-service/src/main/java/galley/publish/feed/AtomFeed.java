package galley.publish.feed;

import javax.xml.stream.XMLStreamException;

import galley.publish.xml.XmlDocument;

/** Writes Atom 1.0 (RFC 4287), with a tombstone (RFC 6721) for what was withdrawn. */
final class AtomFeed {
    private AtomFeed() {}

    static byte[] write(Feed feed) {
        return XmlDocument.write(
                xml ->
                        xml.element(
                                "feed",
                                _ -> content(xml, feed),
                                "xmlns",
                                "http://www.w3.org/2005/Atom",
                                "xmlns:at",
                                "http://purl.org/atompub/tombstones/1.0",
                                "xml:lang",
                                feed.language()));
    }

    private static void content(XmlDocument xml, Feed feed) throws XMLStreamException {
        xml.text("id", feed.address());
        xml.text("title", feed.title());
        xml.text("subtitle", feed.description());
        xml.text("updated", feed.updatedAt().toString());
        // stands for the author of every entry that names none
        author(xml, feed.title());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", feed.home());
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.address());
        xml.empty("link", "rel", "hub", "href", feed.hub());
        for (FeedEntry entry : feed.entries()) {
            xml.element("entry", _ -> entry(xml, entry), "xml:lang", entry.language());
        }
        for (Withdrawal gone : feed.withdrawals()) {
            xml.element(
                    "at:deleted-entry",
                    _ -> xml.text("at:comment", gone.note()),
                    "ref",
                    gone.id(),
                    "when",
                    gone.when().toString());
        }
    }

    private static void entry(XmlDocument xml, FeedEntry entry) throws XMLStreamException {
        xml.text("id", entry.id());
        xml.text("title", entry.title());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        xml.text("published", entry.publishedAt().toString());
        xml.text("updated", entry.updatedAt().toString());
        for (String author : entry.authors()) {
            author(xml, author);
        }
        for (String category : entry.categories()) {
            xml.empty("category", "term", category);
        }
        xml.text("rights", entry.rights());
        for (FeedPicture picture : entry.pictures()) {
            enclosure(xml, picture);
        }
        if (entry.partial()) {
            // an entry without a content is one whose text is elsewhere
            xml.text("summary", entry.content(), "type", "html");
        } else {
            xml.text("summary", entry.summary());
            xml.text("content", entry.content(), "type", "html");
        }
    }

    private static void enclosure(XmlDocument xml, FeedPicture picture) throws XMLStreamException {
        xml.empty(
                "link",
                "rel",
                "enclosure",
                "type",
                picture.type(),
                "length",
                picture.bytes() == null ? null : picture.bytes().toString(),
                "title",
                picture.caption(),
                "href",
                picture.url());
    }

    private static void author(XmlDocument xml, String name) throws XMLStreamException {
        xml.element("author", _ -> xml.text("name", name));
    }
}
