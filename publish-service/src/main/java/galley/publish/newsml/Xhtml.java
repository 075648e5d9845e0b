package galley.publish.newsml;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import galley.publish.document.XmlNode;

/** HTML in its XML syntax. */
final class Xhtml {
    static final String NAMESPACE = "http://www.w3.org/1999/xhtml";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private Xhtml() {}

    /** Adds everything inside an element of HTML to an element of XHTML. */
    static void copyChildren(Element html, XmlNode xhtml) {
        for (Node node : html.childNodes()) {
            if (node instanceof TextNode words) {
                xhtml.text(words.getWholeText());
            } else if (node instanceof Element child) {
                copyChildren(child, xhtml.child(child.normalName(), attributes(child)));
            }
        }
    }

    private static String[] attributes(Element element) {
        return element.attributes().asList().stream()
                .filter(attribute -> NAME.matcher(attribute.getKey()).matches())
                .flatMap(
                        it ->
                                it.getKey().equals("lang")
                                        ? Stream.of(
                                                "lang", it.getValue(), "xml:lang", it.getValue())
                                        : Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }
}
