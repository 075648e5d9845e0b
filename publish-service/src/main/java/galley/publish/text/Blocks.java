package galley.publish.text;

import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A body as the blocks that it is made of: its top-level elements. */
public final class Blocks {
    private Blocks() {}

    /**
     * Reads a body. Loose text between top-level elements is taken together as paragraphs; nothing
     * is lost or reordered.
     *
     * @param body safe HTML
     * @return an element whose children are the blocks; the caller may change them, and {@link
     *     Element#html()} writes them as they are
     */
    public static Element of(String body) {
        var document = Jsoup.parseBodyFragment(body);
        // pretty-printing would add and drop white space, which in a text has a meaning
        document.outputSettings().prettyPrint(false);
        Element loose = null;
        for (Node node : List.copyOf(document.body().childNodes())) {
            if (node instanceof Element element && element.isBlock()) {
                loose = null;
            } else if (loose != null) {
                loose.appendChild(node);
            } else if (!isBlank(node)) {
                loose = new Element("p");
                node.before(loose);
                loose.appendChild(node);
            }
        }
        return document.body();
    }

    private static boolean isBlank(Node node) {
        return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
    }
}
