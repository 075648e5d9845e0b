package galley.ingest.wire;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import galley.ingest.format.ElementLimit;
import galley.ingest.format.PlainText;

/** The text of an item as a tree of HTML elements, whichever way its agency wrote it. */
final class HtmlText {
    /** With what a text may start; other elements are of vocabularies that are no text. */
    private static final Set<String> STARTS =
            Set.of(
                    "html",
                    "body",
                    "main",
                    "article",
                    "section",
                    "header",
                    "div",
                    "p",
                    "span",
                    "table",
                    "ul",
                    "ol",
                    "dl",
                    "pre",
                    "blockquote",
                    "figure",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "a",
                    "br",
                    "img",
                    "body.content",
                    "block",
                    "hl1",
                    "hl2",
                    "bq",
                    "media");

    /** What agencies set apart by an indent instead of a blank line. */
    private static final Pattern INDENTED = Pattern.compile("\\R(?=[ \\t\\u00a0]{2,}\\S)");

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[\\s\\p{Z}]*\\R");

    private HtmlText() {}

    /**
     * The text in an element that holds NITF, XHTML, HTML in CDATA or plain text.
     *
     * @return a tree that may be changed; empty when there is no text, or XML that is no text
     */
    static Optional<Element> in(Element content) {
        var first = content.firstElementChild();
        if (first == null) {
            return ofCharacters(content.wholeText());
        }
        if (isNamed(first, "nitf")) {
            return NitfText.of(first);
        }
        if (structure(content) < 0) {
            return Optional.empty();
        }
        var body = body(content);
        if (body.childrenSize() == 0) {
            return ofCharacters(body.wholeText());
        }
        var tree = NitfText.tree(body);
        tree.select("head").remove();
        return Optional.of(tree);
    }

    /**
     * How well the text in an element is marked up: 2 for elements, 1 for HTML in CDATA, 0 for
     * plain text, -1 for XML that is no text.
     */
    static int structure(Element content) {
        var first = content.firstElementChild();
        if (first == null) {
            return TAG.matcher(content.wholeText()).find() ? 1 : 0;
        }
        var name = first.tag().localName().toLowerCase(Locale.ROOT);
        return name.equals("nitf") || STARTS.contains(name) ? 2 : -1;
    }

    /** The NITF document that an element holds, if it does. */
    static Optional<Element> nitfIn(Element content) {
        return content.children().stream().filter(child -> isNamed(child, "nitf")).findFirst();
    }

    /** The text of what may be HTML or plain text. */
    static Optional<Element> ofCharacters(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        // Character references alone make no HTML: the lines still are as they were written.
        var html =
                TAG.matcher(text).find() ? text : paragraphs(Parser.unescapeEntities(text, false));
        var body = Jsoup.parse(ElementLimit.html(html)).body();
        body.ownerDocument().outputSettings().prettyPrint(false);
        return Optional.of(body);
    }

    private static String paragraphs(String text) {
        boolean hasBlankLines = BLANK_LINE.matcher(text.strip()).find();
        return PlainText.toHtml(hasBlankLines ? text : INDENTED.matcher(text).replaceAll("\n\n"));
    }

    /** The body of an HTML document, since what its head says is not text. */
    private static Element body(Element content) {
        return content.stream()
                .filter(element -> isNamed(element, "body"))
                .findFirst()
                .orElse(content);
    }

    private static boolean isNamed(Element element, String name) {
        return element.tag().localName().equalsIgnoreCase(name);
    }
}
