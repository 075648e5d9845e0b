package galley.ingest.wire;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import galley.ingest.format.PlainText;

/** Reads lines whose words agencies put into elements without a space between them. */
final class SpacedText {
    private SpacedText() {}

    /** The words of an element as one line, a space between those of different elements. */
    static String of(Element element) {
        var line = new StringBuilder();
        for (var words : element.nodeStream(TextNode.class).toList()) {
            var text = words.getWholeText();
            boolean touch =
                    !line.isEmpty()
                            && !text.isEmpty()
                            && Character.isLetterOrDigit(line.codePointBefore(line.length()))
                            && Character.isLetterOrDigit(text.codePointAt(0));
            line.append(touch ? " " : "").append(text);
        }
        return PlainText.lineOrNull(line.toString());
    }
}
