package galley.publish.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import galley.publish.text.LegalText;

/** Writes a well-formed XML 1.0 document in UTF-8, whatever characters the texts have. */
public final class XmlDocument {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private XmlDocument() throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** What writes the elements of a document. */
    public interface Content {
        /** Writes them into the document. */
        void writeTo(XmlDocument document) throws XMLStreamException;
    }

    /** Writes a document. */
    public static byte[] write(Content content) {
        try {
            var document = new XmlDocument();
            document.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.writeTo(document);
            document.xml.writeEndDocument();
            document.xml.close();
            return document.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A document that is no XML", e);
        }
    }

    /** An element with others inside it; attributes are names and values in turn. */
    public void element(String name, Content content, String... attributes)
            throws XMLStreamException {
        xml.writeStartElement(name);
        write(attributes);
        content.writeTo(this);
        xml.writeEndElement();
    }

    /** An element with a text inside it; none at all where there is no text. */
    public void text(String name, String text, String... attributes) throws XMLStreamException {
        if (text == null || text.isEmpty()) {
            return;
        }
        xml.writeStartElement(name);
        write(attributes);
        xml.writeCharacters(LegalText.of(text));
        xml.writeEndElement();
    }

    /** An element with nothing inside it. */
    public void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        write(attributes);
    }

    private void write(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                xml.writeAttribute(attributes[i], LegalText.of(attributes[i + 1]));
            }
        }
    }
}
