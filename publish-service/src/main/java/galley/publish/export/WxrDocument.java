package galley.publish.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import galley.publish.text.LegalText;

/** Writes the elements of a WordPress export file, as they come. */
final class WxrDocument {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private WxrDocument(OutputStream to) throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(to, StandardCharsets.UTF_8.name());
    }

    /** What writes elements inside another. */
    interface Content {
        void write() throws XMLStreamException, IOException;
    }

    /** What writes the elements of the channel. */
    interface Channel {
        void write(WxrDocument document) throws XMLStreamException, IOException;
    }

    /** Writes a whole file. */
    static void write(OutputStream to, Channel channel) throws IOException {
        try {
            var document = new WxrDocument(to);
            document.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            document.xml.writeCharacters("\n");
            document.element(
                    "rss",
                    () -> document.element("channel", () -> channel.write(document)),
                    "version",
                    "2.0",
                    "xmlns:excerpt",
                    "http://wordpress.org/export/1.2/excerpt/",
                    "xmlns:content",
                    "http://purl.org/rss/1.0/modules/content/",
                    "xmlns:dc",
                    "http://purl.org/dc/elements/1.1/",
                    "xmlns:wp",
                    "http://wordpress.org/export/1.2/");
            document.xml.writeEndDocument();
            document.xml.flush();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** An element with others inside it; attributes are names and values in turn. */
    void element(String name, Content content, String... attributes)
            throws XMLStreamException, IOException {
        start(name, attributes);
        xml.writeCharacters("\n");
        content.write();
        end();
    }

    /** An element with a text inside it, also where that is empty: importers look for it. */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        start(name, attributes);
        xml.writeCharacters(text == null ? "" : LegalText.of(text));
        end();
    }

    /** An element with a number inside it. */
    void text(String name, long number) throws XMLStreamException {
        text(name, Long.toString(number));
    }

    private void start(String name, String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], LegalText.of(attributes[i + 1]));
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
