package galley.kit.html;

import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of a tree in their order; any element bounds a word. */
final class Words implements NodeVisitor {
    private final StringBuilder words = new StringBuilder();
    private boolean inWord;

    private Words() {}

    static String of(Node tree) {
        var words = new Words();
        NodeTraversor.traverse(words, tree);
        return words.words.toString();
    }

    static boolean isWordCharacter(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text.getWholeText().codePoints().forEach(this::add);
        } else {
            inWord = false;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof TextNode)) {
            inWord = false;
        }
    }

    private void add(int codePoint) {
        if (!isWordCharacter(codePoint)) {
            inWord = false;
            return;
        }
        if (!inWord) {
            words.append(' ');
            inWord = true;
        }
        words.appendCodePoint(codePoint);
    }
}
