package galley.publish.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Marks what editors put into somebody else's text: words in square brackets. A footnote's number
 * is none, nor what stands in a link or in code.
 */
public final class EditorsMarks {
    private static final Pattern BRACKETS =
            Pattern.compile("\\[(?=[^\\[\\]]*\\p{L}{2}|…|\\.{3})[^\\[\\]]{1,400}\\]");

    private EditorsMarks() {}

    /**
     * Puts each of them into a {@code span}. The element is changed and answered; its words stay.
     *
     * @param title what is said of them to those who point at one
     */
    public static Element marked(Element body, String title) {
        for (TextNode text : body.nodeStream(TextNode.class).toList()) {
            mark(text, title);
        }
        return body;
    }

    private static void mark(TextNode text, String title) {
        var words = text.getWholeText();
        Matcher found = BRACKETS.matcher(words);
        if (words.indexOf('[') < 0
                || !found.find()
                || text.parent().closest("a, code, pre, kbd, samp, .editors") != null) {
            return;
        }
        int from = 0;
        do {
            text.before(new TextNode(words.substring(from, found.start())));
            text.before(
                    new Element("span")
                            .addClass("editors")
                            .attr("title", title)
                            .text(found.group()));
            from = found.end();
        } while (found.find());
        text.text(words.substring(from));
    }
}
