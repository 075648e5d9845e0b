package galley.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;

import galley.events.ItemContent;
import galley.ingest.format.Formats;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.Readings;

/** Short ways to read feeds in tests. */
final class Feeds {
    static final Formats FORMATS = new Formats(List.of(new AtomReader(), new RssReader()));

    private Feeds() {}

    static Reading read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8), "application/xml");
    }

    static Reading read(byte[] bytes, String contentType) {
        return Readings.read(FORMATS, bytes, contentType);
    }

    /** An RSS feed with these items. */
    static String rss(String items) {
        return """
        <?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"
            xmlns:media="http://search.yahoo.com/mrss/"><channel>
        <title>A feed</title><link>https://feed.example/</link><language>en_gb</language>
        %s</channel></rss>\
        """
                .formatted(items);
    }

    /** An Atom feed with these entries. */
    static String atom(String entries) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A feed</title>"
                + entries
                + "</feed>";
    }

    /** The content of the only entry. */
    static ItemContent only(String xml) {
        return onlyItem(xml).content();
    }

    static ReadItem onlyItem(String xml) {
        return Readings.onlyItem(read(xml));
    }
}
