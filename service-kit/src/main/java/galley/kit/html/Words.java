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
            add(text.getWholeText());
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

    private void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = endOfRun(text, at);
            if (end > at) {
                if (!inWord) {
                    words.append(' ');
                }
                words.append(text, at, end);
                inWord = true;
            }
            if (end < text.length()) {
                inWord = false;
                end += Character.charCount(text.codePointAt(end));
            }
            at = end;
        }
    }

    private static int endOfRun(String text, int start) {
        int at = start;
        while (at < text.length() && isWordCharacter(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
