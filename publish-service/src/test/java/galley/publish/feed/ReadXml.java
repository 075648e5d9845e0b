package galley.publish.feed;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** XML as a client reads it: with namespaces, and strictly. */
public final class ReadXml {
    private ReadXml() {}

    /** The root of a document. */
    public static Element root(byte[] document) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(document))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not well-formed", e);
        }
    }

    /** The elements right inside another. */
    public static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Those of a name. */
    public static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(it -> namespace.equals(namespaceOf(it)) && it.getLocalName().equals(name))
                .toList();
    }

    /** The text of the only child of a name. */
    public static String text(Element parent, String namespace, String name) {
        var found = children(parent, namespace, name);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " elements " + name);
        }
        return found.getFirst().getTextContent();
    }

    /** The namespace of an element; empty for none. */
    public static String namespaceOf(Element element) {
        return element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
    }
}
