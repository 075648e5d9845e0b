package galley.publish.text;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import galley.events.Part;
import galley.kit.html.Blocks;

/** Puts a dateline, which the data holds apart, back where a reader expects it. */
public final class Datelines {
    private Datelines() {}

    /**
     * The body of a reprint as blocks, its dateline as it stands at the start of the first
     * paragraph. A body that begins with something else gets a paragraph for the dateline alone.
     */
    public static Element before(Part.Reprint reprint) {
        var body = Blocks.of(reprint.body());
        if (reprint.dateline() == null
                || reprint.dateline().text() == null
                || reprint.dateline().text().isBlank()) {
            return body;
        }
        var first = body.firstElementChild();
        if (first == null || !first.nameIs("p")) {
            first = new Element("p");
            body.prependChild(first);
        }
        var dateline = new Element("span").addClass("dateline").text(reprint.dateline().text());
        first.prependChild(new TextNode(" ")).prependChild(dateline);
        return body;
    }
}
