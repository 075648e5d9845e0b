package galley.kit.html;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts text that stands outside any block into a paragraph, so that a body is a list of blocks. */
final class Paragraphs {
    private Paragraphs() {}

    static void wrapLooseText(Element body) {
        var run = new ArrayList<Node>();
        for (var child : List.copyOf(body.childNodes())) {
            if (holdsBlock(child)) {
                wrap(run);
                run.clear();
            } else {
                run.add(child);
            }
        }
        wrap(run);
    }

    private static void wrap(List<Node> run) {
        if (run.stream().noneMatch(Paragraphs::saysSomething)) {
            return;
        }
        var paragraph = new Element("p");
        run.getFirst().before(paragraph);
        run.forEach(paragraph::appendChild);
    }

    private static boolean holdsBlock(Node node) {
        return node instanceof Element element
                && element.stream().anyMatch(inner -> Vocabulary.isBlock(inner.normalName()));
    }

    private static boolean saysSomething(Node node) {
        return switch (node) {
            case TextNode text -> !text.isBlank();
            case Element element ->
                    element.hasText()
                            || element.stream()
                                    .anyMatch(
                                            inner ->
                                                    inner.nameIs("img")
                                                            || inner.hasAttr("data-embed"));
            default -> false;
        };
    }
}
