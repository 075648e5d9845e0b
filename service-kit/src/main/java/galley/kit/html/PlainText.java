package galley.kit.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Writes a clean tree as text, a line for each block. */
final class PlainText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(Element tree) {
        var plain = new PlainText();
        NodeTraversor.traverse(plain, tree);
        return plain.text.toString().strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            add(words.getWholeText());
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
        }
    }

    private void add(String words) {
        int written = 0;
        for (int at = 0; at < words.length(); at++) {
            // No white space is outside the basic plane.
            if (isSpace(words.charAt(at))) {
                text.append(words, written, at);
                space();
                written = at + 1;
            }
        }
        text.append(words, written, words.length());
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
