package galley.publish.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads XML as any consumer would: by the platform's own parser, namespaces and all. */
public final class Xml {
    private Xml() {}

    /** Parses a document; one that is not well-formed is an error. */
    public static Document parse(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("No XML", e);
        }
    }

    /** The elements at a path; names are written without their namespace. */
    public static List<Element> elements(Node from, String path) {
        try {
            var nodes =
                    (NodeList)
                            XPathFactory.newDefaultInstance()
                                    .newXPath()
                                    .evaluate(local(path), from, XPathConstants.NODESET);
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                elements.add((Element) nodes.item(i));
            }
            return elements;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The texts at a path. */
    public static List<String> texts(Node from, String path) {
        return elements(from, path).stream().map(Element::getTextContent).toList();
    }

    /** An attribute of each element at a path. */
    public static List<String> attributes(Node from, String path, String name) {
        return elements(from, path).stream().map(element -> element.getAttribute(name)).toList();
    }

    /** The child elements. */
    public static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String local(String path) {
        return path.replaceAll(
                "(?<![@\\w.*'\\[=-])([a-zA-Z][\\w.-]*)(?!['\\w.(-])", "*[local-name()='$1']");
    }
}
