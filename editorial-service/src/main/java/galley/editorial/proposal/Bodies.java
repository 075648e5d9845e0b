package galley.editorial.proposal;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Writes changed bodies as they are. */
final class Bodies {
    private Bodies() {}

    /** What is in an element, as HTML without any white space of the writer's. */
    static String html(Element body) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body().appendChildren(body.childNodesCopy()).html();
    }
}
