package galley.ingest.wordpress;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the paragraphs of the classic editor: it stores blank lines for them, and line ends for
 * line breaks, around whatever HTML there is.
 */
final class ClassicParagraphs {
    /** The block editor writes whole HTML, between comments like this. */
    private static final String BLOCK_EDITOR = "<!-- wp:";

    private static final String CONTAINERS = "article|aside|blockquote|details|div|main|section";
    private static final String BLOCKS =
            CONTAINERS
                    + "|address|dd|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|nav|ol|p"
                    + "|summary|table|tbody|td|tfoot|th|thead|tr|ul";
    private static final Pattern CONTAINER_START =
            Pattern.compile("(?i)<(?:" + CONTAINERS + ")\\b[^<>]*>");
    private static final Pattern BLOCK_START = Pattern.compile("(?i)<(?:" + BLOCKS + ")\\b[^<>]*>");
    private static final Pattern BLOCK_END = Pattern.compile("(?i)</(?:" + BLOCKS + ")\\s*+>");
    private static final Pattern NO_PARAGRAPH =
            Pattern.compile("(?i)</?(?:" + BLOCKS + ")\\b|<!--");
    private static final Pattern PRE_START = Pattern.compile("(?i)<pre\\b");
    private static final Pattern PRE_END = Pattern.compile("(?i)</pre\\s*+>");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n\\s*\\n");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>$");

    private ClassicParagraphs() {}

    /** The HTML of a text as it is stored. */
    static String of(String stored) {
        return stored.contains(BLOCK_EDITOR)
                ? stored
                : aroundPreformatted(LINE_END.matcher(stored).replaceAll("\n"));
    }

    /** In preformatted text a blank line is a blank line. */
    private static String aroundPreformatted(String text) {
        var html = new StringBuilder();
        var start = PRE_START.matcher(text);
        var end = PRE_END.matcher(text);
        int at = 0;
        while (start.find(at)) {
            html.append(paragraphs(text.substring(at, start.start())));
            at = end.find(start.end()) ? end.end() : text.length();
            html.append(text, start.start(), at);
        }
        return html.append(paragraphs(text.substring(at))).toString();
    }

    private static String paragraphs(String text) {
        var spaced = BLOCK_END.matcher(text).replaceAll("\n\n$0\n\n");
        spaced = BLOCK_START.matcher(spaced).replaceAll("\n\n$0");
        spaced = CONTAINER_START.matcher(spaced).replaceAll("$0\n\n");
        return BLANK_LINE
                .splitAsStream(spaced)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(ClassicParagraphs::paragraph)
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(String part) {
        if (NO_PARAGRAPH.matcher(part).lookingAt()) {
            return part;
        }
        return part.lines()
                .map(String::strip)
                .map(line -> BREAK.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("<br>\n", "<p>", "</p>"));
    }
}
