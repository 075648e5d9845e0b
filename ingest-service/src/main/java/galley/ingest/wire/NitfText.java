package galley.ingest.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes HTML of the text of NITF (body.content and the taglines of body.end), and of XHTML. */
final class NitfText {
    /** Elements of NITF that are others in HTML. */
    private static final Map<String, String> RENAMED =
            Map.of(
                    "hl1", "h2",
                    "hl2", "h2",
                    "bq", "blockquote",
                    "credit", "cite",
                    "datasource", "p",
                    "tagline", "p",
                    "bibliography", "p",
                    "byline", "p",
                    "lang", "span");

    /** Elements that say what their text is, or hold others: the text alone stays. */
    private static final Set<String> UNWRAPPED =
            Set.of(
                    "block",
                    "body.content",
                    "content",
                    "nitf-table",
                    "nitf-table-metadata",
                    "nitf-table-summary",
                    "nitf-colgroup",
                    "fn",
                    "note",
                    "chron",
                    "classifier",
                    "copyrite",
                    "copyrite.holder",
                    "copyrite.year",
                    "event",
                    "function",
                    "location",
                    "city",
                    "state",
                    "region",
                    "country",
                    "sublocation",
                    "money",
                    "num",
                    "object.title",
                    "org",
                    "person",
                    "name.given",
                    "name.family",
                    "postaddr",
                    "pronounce",
                    "virtloc",
                    "alt-code",
                    "frac",
                    "frac-sep",
                    "numer",
                    "denom");

    private NitfText() {}

    /** The text as a tree of HTML elements; empty when the document has none. */
    static Optional<Element> of(Element nitf) {
        var tree = emptyTree();
        for (var part : new String[] {"body.content", "body.end"}) {
            XmlPath.all(nitf, "body", part).forEach(element -> copyPart(element, tree));
        }
        return Optional.of(tree).filter(body -> body.childNodeSize() > 0);
    }

    /** The text inside an element of NITF or XHTML, which have most of their elements in common. */
    static Element tree(Element element) {
        var tree = emptyTree();
        copyChildren(element, tree);
        return tree;
    }

    /** The same as HTML. */
    static String html(Element element) {
        return tree(element).html().strip();
    }

    /** The body of an HTML document that has nothing in it yet. */
    static Element emptyTree() {
        var document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    private static void copyPart(Element part, Element target) {
        if (part.childrenSize() > 0) {
            copyChildren(part, target);
        } else {
            HtmlText.ofCharacters(part.wholeText())
                    .ifPresent(text -> target.appendChildren(text.childNodesCopy()));
        }
    }

    private static void copyChildren(Element source, Element target) {
        for (var child : source.childNodes()) {
            if (child instanceof TextNode text) {
                target.appendChild(new TextNode(text.getWholeText()));
            } else if (child instanceof Element element) {
                copy(element, target);
            }
        }
    }

    private static void copy(Element element, Element target) {
        var name = element.tag().localName().toLowerCase(Locale.ROOT);
        if (name.equals("media")) {
            NitfMedia.show(element, target);
        } else if (NitfNotes.isForEditors(element)) {
            return;
        } else if (UNWRAPPED.contains(name)) {
            if (name.equals("denom") && !hasStroke(element)) {
                target.appendText("/");
            }
            copyChildren(element, target);
        } else {
            var copy = target.appendElement(htmlName(element));
            copy.attributes().addAll(element.attributes());
            if (element.hasAttr("iso-lang")) {
                copy.attr("lang", element.attr("iso-lang"));
            }
            copyChildren(element, copy);
        }
    }

    /** Whether there is anything between the numbers of a fraction. */
    private static boolean hasStroke(Element denominator) {
        var before = denominator.previousElementSibling();
        return before != null && before.tag().localName().equals("frac-sep") && before.hasText();
    }

    private static String htmlName(Element element) {
        var name = element.tag().localName().toLowerCase(Locale.ROOT);
        if (name.equals("em")) {
            return switch (element.className()) {
                case "bold", "b", "strong" -> "strong";
                case "underscore", "underline", "u" -> "u";
                default -> "em";
            };
        }
        return RENAMED.getOrDefault(name, name);
    }
}
