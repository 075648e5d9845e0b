package galley.publish.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import galley.publish.text.LegalText;

/**
 * An element of an XML 1.0 document that is being made, in the namespace of the element around it.
 * Whatever characters the texts have, the document is well-formed.
 */
public final class XmlNode {
    private final Element element;

    private XmlNode(Element element) {
        this.element = element;
    }

    /** The root of a new document; attributes are names and values in turn. */
    public static XmlNode root(String namespace, String name, String... attributes) {
        try {
            var document =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .newDocument();
            // or else the declaration says that the document does not stand alone
            document.setXmlStandalone(true);
            var element = document.createElementNS(namespace, name);
            document.appendChild(element);
            return new XmlNode(element).with(attributes);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java platform makes documents", e);
        }
    }

    /** Adds an element at the end; attributes are names and values in turn, those of null none. */
    public XmlNode child(String name, String... attributes) {
        return childIn(element.getNamespaceURI(), name, attributes);
    }

    /** Adds an element of another namespace at the end. */
    public XmlNode childIn(String namespace, String name, String... attributes) {
        var child = document().createElementNS(namespace, name);
        element.appendChild(child);
        return new XmlNode(child).with(attributes);
    }

    /** Adds an element that holds a text; none where there is no text. */
    public void line(String name, String text, String... attributes) {
        if (text != null && !text.isBlank()) {
            child(name, attributes).text(text);
        }
    }

    /** Adds a text at the end. */
    public XmlNode text(String text) {
        element.appendChild(document().createTextNode(LegalText.of(text)));
        return this;
    }

    /** Whether nothing was put into it. */
    public boolean isEmpty() {
        return !element.hasChildNodes();
    }

    /** Takes it out of its document again. */
    public void remove() {
        element.getParentNode().removeChild(element);
    }

    private XmlNode with(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            var value = LegalText.of(attributes[i + 1]);
            if (value != null && attributes[i].startsWith("xml:")) {
                element.setAttributeNS(XMLConstants.XML_NS_URI, attributes[i], value);
            } else if (value != null) {
                element.setAttribute(attributes[i], value);
            }
        }
        return this;
    }

    private Document document() {
        return element.getOwnerDocument();
    }

    /** The whole document in UTF-8. */
    public byte[] toBytes() {
        try {
            var bytes = new ByteArrayOutputStream();
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            writer.transform(new DOMSource(document()), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("A document that is no XML", e);
        }
    }
}
