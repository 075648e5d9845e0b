package galley.ingest.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import galley.events.ItemContent;
import galley.ingest.feed.AtomReader;
import galley.ingest.feed.RssReader;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.ReadItem;
import galley.ingest.format.Reading;
import galley.ingest.format.UnreadableDocumentException;
import galley.ingest.format.UnreadableEntry;

/** Short ways to read wire reports in tests. */
final class Wires {
    static final URI ADDRESS = URI.create("https://wire.example/out/report.xml");
    static final String G2 = "http://iptc.org/std/nar/2006-10-01/";
    static final Formats FORMATS =
            new Formats(
                    List.of(
                            new AtomReader(),
                            new RssReader(),
                            new NewsmlG2Reader(),
                            new Newsml1Reader(),
                            new NitfReader()));

    private Wires() {}

    static Reading read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] bytes) {
        try {
            return FORMATS.read(
                    new RawDocument(bytes, "application/octet-stream", ADDRESS), Formats.AUTO);
        } catch (UnreadableDocumentException e) {
            throw new AssertionError(e);
        }
    }

    static Reading sample(String name) {
        return read(bytes(name));
    }

    static byte[] bytes(String name) {
        try (var in = Wires.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of the entry with this number, from 1. */
    static ItemContent item(Reading reading, int position) {
        return reading.entries().stream()
                .filter(entry -> entry.position() == position)
                .filter(ReadItem.class::isInstance)
                .map(entry -> ((ReadItem) entry).content())
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading));
    }

    /** The content of the only entry. */
    static ItemContent only(Reading reading) {
        if (reading.entries().size() != 1) {
            throw new AssertionError(reading);
        }
        return item(reading, 1);
    }

    static ItemContent only(String xml) {
        return only(read(xml));
    }

    /** Why the entry with this number can't be read. */
    static String reason(Reading reading, int position) {
        return reading.entries().stream()
                .filter(entry -> entry.position() == position)
                .filter(UnreadableEntry.class::isInstance)
                .map(entry -> ((UnreadableEntry) entry).reason())
                .findFirst()
                .orElseThrow(() -> new AssertionError(reading));
    }

    /** A NewsML-G2 text item with more metadata of the item and of its content. */
    static String g2(String itemMeta, String contentMeta, String contentSet) {
        return """
        <?xml version="1.0"?>
        <newsItem xmlns="%s" guid="urn:wire:1" version="1" xml:lang="en"><itemMeta>
        <itemClass qcode="ninat:text"/><versionCreated>2026-05-20T10:00:00Z</versionCreated>
        %s</itemMeta><contentMeta>%s</contentMeta><contentSet>%s</contentSet></newsItem>\
        """
                .formatted(G2, itemMeta, contentMeta, contentSet);
    }

    /** A NewsML-G2 text item whose text is in XHTML. */
    static String g2Xhtml(String contentMeta, String body) {
        return g2(
                "",
                contentMeta,
                "<inlineXML contenttype=\"application/xhtml+xml\"><html"
                        + " xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
                        + body
                        + "</body></html></inlineXML>");
    }

    /** A NewsML 1 item with this management and these components. */
    static String newsml1(String management, String components) {
        return """
        <NewsML><NewsEnvelope><DateAndTime>20260520T100000Z</DateAndTime></NewsEnvelope><NewsItem>
        <Identification><NewsIdentifier><ProviderId>wire.example</ProviderId>
        <DateId>20260520</DateId><NewsItemId>1</NewsItemId><RevisionId>3</RevisionId>
        </NewsIdentifier></Identification>
        <NewsManagement>%s</NewsManagement>%s</NewsItem></NewsML>\
        """
                .formatted(management, components);
    }

    /** A NITF document with this docdata, head of the body and text. */
    static String nitf(String docdata, String bodyHead, String content) {
        return """
        <nitf><head><docdata><doc-id id-string="n1"/>%s</docdata></head><body>
        <body.head><hedline><hl1>A headline</hl1></hedline>%s</body.head>
        <body.content>%s</body.content></body></nitf>\
        """
                .formatted(docdata, bodyHead, content);
    }
}
