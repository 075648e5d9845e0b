package galley.kit.html;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A body as the blocks that it is made of, so that all who count blocks count the same ones. */
public final class Blocks {
    private static final List<String> HANDED_DOWN = List.of("lang", "dir");

    private final List<Node> nodes = new ArrayList<>();
    private Element loose;

    private Blocks() {}

    /**
     * Reads a body. Its blocks are its top-level elements; a {@code div} that holds blocks is none
     * itself, but what is in it. Loose text between blocks is taken together as paragraphs. Nothing
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
        var blocks = new Blocks();
        blocks.gather(document.body());
        return document.body().appendChildren(blocks.nodes);
    }

    private void gather(Element holder) {
        var children = List.copyOf(holder.childNodes());
        holder.empty(); // at once: to take out one child after the other is slow
        for (var node : children) {
            if (node instanceof Element element && element.isBlock()) {
                loose = null;
                if (holdsBlocks(element)) {
                    handDown(element);
                    gather(element);
                    loose = null;
                } else {
                    nodes.add(element);
                }
            } else if (loose != null) {
                loose.appendChild(node);
            } else if (isBlank(node)) {
                nodes.add(node);
            } else {
                loose = new Element("p").appendChild(node);
                nodes.add(loose);
            }
        }
    }

    private static boolean holdsBlocks(Element element) {
        return element.nameIs("div") && element.children().stream().anyMatch(Element::isBlock);
    }

    /** What is said of the words in a {@code div} stays with them. */
    private static void handDown(Element div) {
        for (var name : HANDED_DOWN) {
            if (div.hasAttr(name)) {
                div.children().stream()
                        .filter(child -> !child.hasAttr(name))
                        .forEach(child -> child.attr(name, div.attr(name)));
            }
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
    }
}
