package galley.ingest.wire;

import java.util.List;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Tells lines that mean something, as in results and tables, from those that end only where the
 * agency's screen did.
 */
final class Lines {
    private static final int FEWEST = 3;

    /** Shorter than the lines of any agency's screen, which have 64 characters or more. */
    private static final int SHORT = 45;

    private Lines() {}

    /** Sets the lines of a paragraph apart, if it is plain text and they are meant. */
    static void keepIn(Element paragraph) {
        boolean isPlain =
                paragraph.childNodeSize() == 1 && paragraph.firstChild() instanceof TextNode;
        var lines =
                paragraph
                        .wholeText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (!isPlain || !areMeant(lines)) {
            return;
        }
        paragraph.empty();
        for (var line : lines) {
            if (paragraph.childNodeSize() > 0) {
                paragraph.appendElement("br");
            }
            paragraph.appendText(line);
        }
    }

    /** Most of them are short; the last one of any paragraph may be. */
    private static boolean areMeant(List<String> lines) {
        if (lines.size() < FEWEST) {
            return false;
        }
        var before = lines.subList(0, lines.size() - 1);
        long few = before.stream().filter(line -> line.length() < SHORT).count();
        return few * 2 >= before.size();
    }
}
