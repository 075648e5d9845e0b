package galley.kit.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Makes foreign HTML safe to store and to show: all of its words stay, in their order, and nothing
 * that acts.
 *
 * <ul>
 *   <li>Kept: paragraphs, headings (from {@code h2}), lists, tables, quotations, figures, the usual
 *       text-level elements, links and pictures with http(s) addresses, {@code lang} and {@code
 *       dir}.
 *   <li>Gone: scripts, styles, comments, event handlers, {@code style}, {@code class}, {@code id},
 *       addresses of any other scheme.
 *   <li>An element that is not kept becomes a {@code div} or a {@code span}: its text stays and so
 *       does the boundary of the words around it. Where only a boundary would be left, a {@code
 *       wbr} marks it.
 *   <li>What is embedded (frames, video, audio) becomes an empty {@code figure} or {@code span}
 *       whose {@code data-embed} holds the address; what was written inside follows it.
 *   <li>Text that stands outside any block is put into a {@code p}.
 * </ul>
 *
 * <p>The result is well-formed HTML, at most about a hundred elements deep, and cleaning it again
 * changes nothing.
 */
public final class SafeHtml {
    /** Cleaning settles at the second or third pass; the rest is for the perverse. */
    private static final int MAX_PASSES = 8;

    /** Deeper than anybody writes; what a parser does for an element grows with its depth. */
    static final int MAX_DEPTH = 128;

    private SafeHtml() {}

    /**
     * Cleans a fragment of HTML.
     *
     * @param html the fragment as it came, however broken
     * @param base the absolute address against which relative ones are resolved; without one
     *     (empty) they are dropped
     * @return the safe fragment, without surrounding white space
     */
    public static String clean(String html, String base) {
        var result = pass(html, base);
        for (int passes = 1; passes < MAX_PASSES && !isSettled(result, base); passes++) {
            result = pass(result, base);
        }
        return result;
    }

    /** Cleans a fragment of HTML whose relative addresses, if any, have no base. */
    public static String clean(String html) {
        return clean(html, "");
    }

    /**
     * The text of a fragment: a line for each block or line break, white space collapsed, no blank
     * lines. Scripts and styles are no text.
     */
    public static String toText(String html) {
        return PlainText.of(CleanTree.of(parse(html, ""), ""));
    }

    private static String pass(String html, String base) {
        var tree = CleanTree.of(parse(html, base), base);
        // The HTML parser moves text that stands at wrong places in tables, as the standard asks.
        // Where it did, the order of the words matters more than the structure.
        var inSourceOrder = CleanTree.of(TagSoup.parse(html), base);
        return write(Words.of(tree).equals(Words.of(inSourceOrder)) ? tree : inSourceOrder);
    }

    /** Whether it stays the same when it is read again, as a browser does. */
    private static boolean isSettled(String html, String base) {
        return write(CleanTree.of(parse(html, base), base)).equals(html);
    }

    static Element parse(String html, String base) {
        var body = Document.createShell(base).body();
        var parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        body.appendChildren(parser.parseFragmentInput(html, body, base));
        return body;
    }

    private static String write(Element tree) {
        return tree.html().strip();
    }
}
