package galley.kit.html;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A safe body whose text can be changed where its plain text says, while the markup around the
 * changed words stays. Positions count UTF-16 code units of {@link #text()}.
 */
public final class EditableText {
    private final Element tree;
    private final String text;
    private final Places places = new Places();

    private EditableText(String html) {
        tree = CleanTree.of(SafeHtml.parse(html, ""), "");
        text = PlainText.of(tree, places);
    }

    /** Reads a body of safe HTML. */
    public static EditableText of(String html) {
        return new EditableText(html);
    }

    /** The text as {@link SafeHtml#toText(String)} has it; what was replaced is not in it. */
    public String text() {
        return text;
    }

    /** Whether a range, which is not empty, is in a single block and in a single line of it. */
    public boolean isWithinBlock(int start, int end) {
        return !places.hasBound(start, end);
    }

    /**
     * Replaces a range by other words, which get the markup of its first one; an empty range, by
     * words behind the character before it. Of several ranges in the same text the last comes
     * first, so that the places of the others stay.
     *
     * @param start in a block of which {@code end} is part as well
     * @throws IllegalArgumentException when the range reaches beyond a block
     */
    public void replace(int start, int end, String words) {
        if (start == end) {
            insert(start, words);
            return;
        }
        if (!isWithinBlock(start, end)) {
            throw new IllegalArgumentException("The range crosses blocks");
        }
        List<TextNode> emptied = new ArrayList<>();
        for (int at = end; at > start; ) {
            var run = places.at(at - 1);
            int from = Math.max(start, run.at());
            String whole = run.node().getWholeText();
            int first = run.offset() + from - run.at();
            int last = run.offset() + at - run.at();
            String put = from == start ? words : "";
            run.node().text(whole.substring(0, first) + put + whole.substring(last));
            if (run.node().getWholeText().isEmpty()) {
                emptied.add(run.node());
            }
            at = from;
        }
        emptied.forEach(EditableText::removeEmptied);
    }

    private void insert(int position, String words) {
        boolean behind = position > 0 && places.at(position - 1).node() != null;
        var run = places.at(behind ? position - 1 : position);
        int offset = run.offset() + position - run.at();
        String whole = run.node().getWholeText();
        run.node().text(whole.substring(0, offset) + words + whole.substring(offset));
    }

    /** An element around nothing says nothing, but a cell keeps the others in their columns. */
    private static void removeEmptied(TextNode node) {
        Element around = node.parent();
        node.remove();
        while (around != null
                && around.childNodeSize() == 0
                && !Vocabulary.isCell(around.normalName())
                && !around.nameIs("body")) {
            Element outer = around.parent();
            around.remove();
            around = outer;
        }
    }

    /** The body as it is now, as safe HTML. */
    public String html() {
        return tree.html().strip();
    }

    /** Where the characters of the text come from: runs in their order. */
    private static final class Places implements PlainText.Trace {
        private final List<Run> runs = new ArrayList<>();

        @Override
        public void copied(int at, TextNode node, int offset) {
            while (!runs.isEmpty() && runs.getLast().at() >= at) {
                runs.removeLast(); // of white space that is one character
            }
            runs.add(new Run(at, node, offset));
        }

        @Override
        public void bound(int at) {
            copied(at, null, 0);
        }

        Run at(int position) {
            return runs.get(index(position));
        }

        boolean hasBound(int start, int end) {
            return runs.subList(index(start), index(end - 1) + 1).stream()
                    .anyMatch(run -> run.node() == null);
        }

        private int index(int position) {
            int low = 0;
            int high = runs.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (runs.get(middle).at() <= position) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    /**
     * A run of characters.
     *
     * @param node null for a boundary
     */
    private record Run(int at, TextNode node, int offset) {}
}
