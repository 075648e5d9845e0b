package galley.ingest.wire;

import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

import galley.ingest.format.ItemDraft;
import galley.ingest.format.PlainText;

/**
 * Makes the body of an item from the text of a wire report: what the item has in fields of its own,
 * and agencies repeat at the start of the text, leaves it.
 */
final class WireBody {
    private static final String HEADINGS = "h1, h2, h3";
    private static final String MEDIA = "img, video, audio, iframe, object";
    private static final String BLOCKS = "p, div, h1, h2, h3, h4, li, td, pre, blockquote";

    /** How far into a text its head may reach. */
    private static final int HEAD = 6;

    private final Element tree;
    private final ItemDraft draft;
    private final Filing filing;

    private WireBody(Element tree, ItemDraft draft, Filing filing) {
        this.tree = tree;
        this.draft = draft;
        this.filing = filing;
    }

    /**
     * Gives a draft its body and its dateline; its other fields must be there.
     *
     * @param tree the text as elements of HTML, which this changes; or null when there is none
     */
    static void put(Element tree, ItemDraft draft, Filing filing) {
        if (tree == null) {
            draft.dateline = filing.dateline(draft);
            return;
        }
        var body = new WireBody(tree, draft, filing);
        body.dropHeadline();
        body.takeByline();
        body.dropTeaser();
        body.takeDateline();
        body.tidy();
        draft.body = body.html();
    }

    private String html() {
        boolean says = tree.hasText() || !tree.select(MEDIA).isEmpty();
        return says ? tree.html().strip() : null;
    }

    private void takeByline() {
        for (var block : head()) {
            if (block.hasClass("byline") && block.closest("figure") == null) {
                readByline(block);
            }
            if (same(block.text(), draft.byline)) {
                block.remove();
                return;
            }
        }
    }

    private void readByline(Element byline) {
        if (draft.byline == null) {
            draft.byline = byline.text();
        }
    }

    /** The headline, with all of the header that it stands in: the item's fields have the rest. */
    private void dropHeadline() {
        for (var heading : tree.stream().filter(one -> one.is(HEADINGS)).limit(HEAD).toList()) {
            if (same(heading.text(), draft.headline)) {
                var header = heading.closest("header");
                if (header == null) {
                    heading.remove();
                } else {
                    header.select(".byline").stream().limit(1).forEach(this::readByline);
                    header.remove();
                }
                return;
            }
        }
    }

    private void dropTeaser() {
        for (var block : head()) {
            boolean isTeaser = block.hasClass("teaser") || block.hasClass("abstract");
            if (isTeaser && same(block.text(), draft.summary)) {
                block.remove();
                return;
            }
        }
    }

    private void takeDateline() {
        for (var block : head()) {
            var marked = block.selectFirst(".dateline");
            var text = block.wholeText();
            int length = marked == null ? DatelineText.length(text) : 0;
            if (marked == null && length == 0) {
                continue;
            }
            var line = marked == null ? text.substring(0, length) : marked.text();
            var found = DatelineText.parse(line, filing.about(draft));
            if (marked != null || filing.knows(found)) {
                draft.dateline = filing.complete(found);
                if (marked == null) {
                    cut(block, length);
                } else {
                    marked.remove();
                }
                return;
            }
        }
        draft.dateline = filing.dateline(draft);
    }

    /** Takes the first characters of a block out of its texts, wherever their markup ends. */
    private static void cut(Element block, int length) {
        int left = length;
        for (var words : block.nodeStream(TextNode.class).toList()) {
            var text = words.getWholeText();
            int gone = Math.min(left, text.length());
            left -= gone;
            words.text(text.substring(gone));
            if (left == 0) {
                break;
            }
        }
        block.select("span, b, strong, em, i").stream()
                .filter(element -> element.childNodes().stream().allMatch(WireBody::isEmptyText))
                .forEach(Element::remove);
    }

    private static boolean isEmptyText(Node node) {
        return node instanceof TextNode words && words.getWholeText().isEmpty();
    }

    /** Without empty paragraphs and the blanks that stand for an indent, with lines as meant. */
    private void tidy() {
        for (var element : tree.select("p, span")) {
            if (isBlank(element.wholeText()) && element.select(MEDIA).isEmpty()) {
                element.remove();
            } else if (element.nameIs("p") && element.firstChild() instanceof TextNode start) {
                start.text(start.getWholeText().stripLeading());
                Lines.keepIn(element);
            }
        }
    }

    /** Whether a text is white space alone, also if it does not break. */
    private static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** The first blocks of text, without those that hold others. */
    private List<Element> head() {
        return tree.stream()
                .filter(element -> element.is(BLOCKS) && element.hasText())
                .filter(element -> element.children().stream().noneMatch(one -> one.is(BLOCKS)))
                .limit(HEAD)
                .toList();
    }

    /** Whether two texts say the same, whatever their markup and white space. */
    private static boolean same(String text, String other) {
        return other != null && !other.isBlank() && plain(text).equals(plain(other));
    }

    private static String plain(String text) {
        return PlainText.line(text).toLowerCase(Locale.ROOT);
    }
}
