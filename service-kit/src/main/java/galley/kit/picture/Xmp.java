package galley.kit.picture;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The notes in an XMP packet (ISO 16684-1). Only what the packet says of the picture itself counts,
 * not what it says of pictures that this one was made of.
 */
final class Xmp {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_VALUES = 100;
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final QName ROOT = new QName(RDF, "RDF");
    private static final QName DESCRIPTION_OF = new QName(RDF, "Description");
    private static final QName ITEM = new QName(RDF, "li");
    private static final QName CREATOR = new QName(DC, "creator");
    private static final QName RIGHTS = new QName(DC, "rights");
    private static final QName DESCRIPTION = new QName(DC, "description");
    private static final QName CREDIT = new QName("http://ns.adobe.com/photoshop/1.0/", "Credit");
    private static final List<QName> WANTED = List.of(CREATOR, RIGHTS, DESCRIPTION, CREDIT);
    private static final XMLInputFactory XML = xmlWithoutEntities();

    private final XMLStreamReader xml;
    private final Map<QName, List<String>> values = new HashMap<>();

    private Xmp(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Reads a packet as far as it can be read; one of more than a megabyte is not read at all. */
    static PictureNotes read(byte[] packet) {
        if (packet.length > MOST_BYTES) {
            return PictureNotes.NONE;
        }
        Xmp xmp = null;
        try {
            var text = new String(packet, StandardCharsets.UTF_8);
            xmp = new Xmp(XML.createXMLStreamReader(new StringReader(text)));
            xmp.readPacket();
        } catch (XMLStreamException | RuntimeException e) {
            // What was found until there is good. The JDK's reader throws exceptions of many kinds
            // at broken XML.
        }
        return xmp == null ? PictureNotes.NONE : xmp.notes();
    }

    private static XMLInputFactory xmlWithoutEntities() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private PictureNotes notes() {
        return PictureNotes.of(
                String.join(", ", values.getOrDefault(CREATOR, List.of())),
                first(CREDIT),
                first(RIGHTS),
                first(DESCRIPTION));
    }

    private String first(QName property) {
        var all = values.get(property);
        return all == null ? null : all.getFirst();
    }

    private void readPacket() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getName().equals(ROOT)) {
                readChildren(DESCRIPTION_OF);
            }
        }
    }

    /** Reads those children of the element here that have this name, and passes the others. */
    private void readChildren(QName name) throws XMLStreamException {
        while (nextChild()) {
            if (xml.getName().equals(name)) {
                readDescription();
            } else {
                skipElement();
            }
        }
    }

    /** Properties are attributes or elements. */
    private void readDescription() throws XMLStreamException {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            add(xml.getAttributeName(i), xml.getAttributeValue(i), false);
        }
        while (nextChild()) {
            var name = xml.getName();
            if (WANTED.contains(name)) {
                readProperty(name);
            } else {
                skipElement();
            }
        }
    }

    /** A property has its text, or a list of texts; of languages the default one comes first. */
    private void readProperty(QName name) throws XMLStreamException {
        var text = new StringBuilder();
        boolean isDefault = false;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                    isDefault = "x-default".equals(xml.getAttributeValue(null, "lang"));
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA ->
                        text.append(xml.getText());
                case XMLStreamReader.END_ELEMENT -> {
                    depth--;
                    if (depth == 0 || xml.getName().equals(ITEM)) {
                        add(name, text.toString(), isDefault);
                        text.setLength(0);
                    }
                }
                default -> {}
            }
        }
    }

    private void add(QName property, String value, boolean isDefault) {
        if (!WANTED.contains(property) || value.isBlank()) {
            return;
        }
        var all = values.computeIfAbsent(property, _ -> new ArrayList<>());
        if (all.size() < MOST_VALUES) {
            all.add(isDefault ? 0 : all.size(), value);
        }
    }

    /** Moves to the next child's start, or to the end of the element whose children these are. */
    private boolean nextChild() throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamReader.START_ELEMENT && event != XMLStreamReader.END_ELEMENT) {
            event = xml.next();
        }
        return event == XMLStreamReader.START_ELEMENT;
    }

    private void skipElement() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }
}
