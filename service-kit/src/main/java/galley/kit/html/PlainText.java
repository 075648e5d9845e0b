package galley.kit.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Writes a clean tree as text, a line for each block. */
final class PlainText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private final Trace trace;

    private PlainText(Trace trace) {
        this.trace = trace;
    }

    static String of(Element tree) {
        return of(tree, Trace.NONE);
    }

    /** Writes the text, and tells for each of its characters where it comes from. */
    static String of(Element tree, Trace trace) {
        var plain = new PlainText(trace);
        NodeTraversor.traverse(plain, tree);
        return plain.text.toString().strip();
    }

    /** Learns where the characters of a text come from; they come in their order. */
    interface Trace {
        Trace NONE =
                new Trace() {
                    @Override
                    public void copied(int at, TextNode node, int offset) {}

                    @Override
                    public void bound(int at) {}
                };

        /** From here on the text is that of a node, from an offset on. */
        void copied(int at, TextNode node, int offset);

        /** This one character stands for a boundary of blocks or lines, and is in no node. */
        void bound(int at);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words);
        } else {
            bound(node);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof TextNode)) {
            bound(node);
        }
    }

    private void bound(Node node) {
        if (Vocabulary.isCell(node.normalName())) {
            space();
        } else if (Vocabulary.isBlock(node.normalName()) || node.nameIs("br")) {
            line();
        } else {
            return;
        }
        if (!text.isEmpty()) {
            trace.bound(text.length() - 1);
        }
    }

    private void add(TextNode node) {
        String words = node.getWholeText();
        int written = 0;
        for (int at = 0; at < words.length(); at++) {
            // No white space is outside the basic plane.
            if (isSpace(words.charAt(at))) {
                copy(node, words, written, at);
                trace.copied(text.length(), node, at);
                space();
                written = at + 1;
            }
        }
        copy(node, words, written, words.length());
    }

    private void copy(TextNode node, String words, int start, int end) {
        if (start < end) {
            trace.copied(text.length(), node, start);
            text.append(words, start, end);
        }
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private void space() {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    private void line() {
        if (text.isEmpty()) {
            return;
        }
        int last = text.length() - 1;
        if (text.charAt(last) == ' ') {
            text.setCharAt(last, '\n');
        } else if (text.charAt(last) != '\n') {
            text.append('\n');
        }
    }
}
