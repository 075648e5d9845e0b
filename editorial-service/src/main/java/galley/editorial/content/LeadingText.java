package galley.editorial.content;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The words that a block begins with. */
public final class LeadingText {
    private LeadingText() {}

    /** The text of an element as it reads, in one line. */
    public static String of(Element element) {
        return normal(element.wholeText());
    }

    /** White space is one space, and none stands outside. */
    public static String normal(String text) {
        StringBuilder normal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                normal.append(text.charAt(i));
            } else if (!normal.isEmpty() && normal.charAt(normal.length() - 1) != ' ') {
                normal.append(' ');
            }
        }
        return normal.toString().strip();
    }

    /** Proposals are read with any space as a plain one, also with one that breaks no line. */
    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * Takes words away from the beginning of an element, with the white space behind them; the
     * markup around what stays is left as it is.
     *
     * @return whether it began with them; nothing has changed if not
     */
    public static boolean remove(Element element, String words) {
        String wanted = normal(words);
        if (wanted.isEmpty() || !of(element).startsWith(wanted)) {
            return false;
        }
        int left = wanted.replace(" ", "").length();
        for (TextNode node : element.selectXpath(".//text()", TextNode.class)) {
            String text = node.getWholeText();
            int end = 0;
            while (end < text.length() && (left > 0 || isSpace(text.charAt(end)))) {
                left -= isSpace(text.charAt(end)) ? 0 : 1;
                end++;
            }
            node.text(text.substring(end));
            if (end < text.length()) {
                break;
            }
        }
        element.getAllElements().stream()
                .skip(1) // the element itself
                .filter(LeadingText::isLeftEmpty)
                .toList()
                .forEach(Element::remove);
        return true;
    }

    private static boolean isLeftEmpty(Element element) {
        return element.children().isEmpty()
                && !element.childNodes().isEmpty()
                && element.wholeText().isEmpty();
    }
}
