package galley.ingest.feed;

import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.RawDocument;
import galley.ingest.format.UnreadableDocumentException;

/**
 * Reads XML leniently: what is broken in one entry spoils no other. Nothing outside the document is
 * ever looked up.
 */
public final class FeedXml {
    private static final Pattern START_TAG = Pattern.compile("<(?:[\\w.-]+:)?([\\w.-]+)[^<>]*");

    private FeedXml() {}

    /** The local name of the root element, or empty when there is none. */
    public static String rootName(RawDocument document) {
        return root(document, 1);
    }

    /** The start tag of the root element with its attributes, or empty when there is none. */
    public static String rootTag(RawDocument document) {
        return root(document, 0);
    }

    private static String root(RawDocument document, int group) {
        var text = document.text();
        var root = START_TAG.matcher(text).region(Prolog.of(text).end(), text.length());
        return root.lookingAt() ? root.group(group) : "";
    }

    /**
     * The root element of the document's tree.
     *
     * @throws UnreadableDocumentException when it has none, or its entities make it too large
     */
    public static Element parse(RawDocument document) throws UnreadableDocumentException {
        var text = ElementLimit.xml(InternalEntities.resolve(document.text()));
        Document parsed = Parser.xmlParser().setTrackPosition(true).parseInput(text, "");
        var root = parsed.firstElementChild();
        if (root == null) {
            throw new UnreadableDocumentException("The document has no element.");
        }
        return root;
    }

    /** Whether an element has no end because the document breaks off inside it. */
    static boolean breaksOffIn(Element element) {
        var end = element.endSourceRange();
        int documentEnd = element.ownerDocument().endSourceRange().endPos();
        return end.isImplicit() && end.endPos() == documentEnd;
    }
}
