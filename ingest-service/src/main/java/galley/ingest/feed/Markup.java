package galley.ingest.feed;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import galley.ingest.format.PlainText;

/** Makes HTML of what feeds put into their elements. */
public final class Markup {
    private Markup() {}

    /**
     * The HTML of an element that holds escaped HTML, as it should in RSS, or, as it happens, plain
     * text or markup that was not escaped. Null when it holds nothing.
     */
    public static String of(Element element) {
        return element.childrenSize() > 0 ? inside(element) : PlainText.asHtml(element.wholeText());
    }

    /** The HTML of the elements inside an XML element; null when there is nothing. */
    static String inside(Element element) {
        var holder = Document.createShell("");
        holder.outputSettings().prettyPrint(false);
        copy(element, holder.body());
        var html = holder.body().html();
        return html.isBlank() ? null : html;
    }

    /** As HTML elements, so that {@code <br/>} and {@code <p/>} are written as HTML writes them. */
    private static void copy(Element source, Element target) {
        for (Node child : source.childNodes()) {
            if (child instanceof TextNode text) {
                target.appendChild(new TextNode(text.getWholeText()));
            } else if (child instanceof Element element) {
                var copy = target.appendElement(element.tag().localName());
                copy.attributes().addAll(element.attributes());
                copy(element, copy);
            }
        }
    }
}
