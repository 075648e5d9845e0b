package galley.ingest.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

import galley.ingest.structure.InlineText.Emphasis;
import galley.kit.html.Blocks;

/**
 * A top-level block of a body.
 *
 * @param number counted from 0
 * @param embeds addresses of what is embedded in it
 */
record Block(
        int number,
        Element element,
        InlineText inline,
        List<Token> tokens,
        List<Sentence> sentences,
        List<String> embeds) {
    private static final String EMBED = "data-embed";
    private static final Pattern RULE = Pattern.compile("[*•–—_#~ ]{1,10}");
    private static final Pattern SENTENCE = Pattern.compile(".*[.:;?!,…][”\"’»]?");
    private static final int BOLD_HEADING = 7;
    private static final int MAX_HEADING_LENGTH = 200;

    /** The blocks of safe HTML. */
    static List<Block> of(String body, Vocabulary vocabulary) {
        var blocks = new ArrayList<Block>();
        boolean embeds = body.contains(EMBED);
        for (var element : Blocks.of(body).children()) {
            var inline = InlineText.of(element);
            var tokens = Token.of(inline.text());
            blocks.add(
                    new Block(
                            blocks.size(),
                            element,
                            inline,
                            tokens,
                            Sentence.of(inline, tokens, vocabulary),
                            embeds
                                    ? element.select("[" + EMBED + "]").eachAttr(EMBED)
                                    : List.of()));
        }
        return blocks;
    }

    String text() {
        return inline.text();
    }

    boolean hasWords() {
        return !text().isEmpty();
    }

    /** Whether it only keeps apart what is before and after it. */
    boolean isRule() {
        return element.nameIs("hr") || RULE.matcher(text()).matches();
    }

    boolean isQuotation() {
        return element.nameIs("blockquote");
    }

    boolean isList() {
        return element.nameIs("ul") || element.nameIs("ol");
    }

    /** Whether it is running text, and not a heading, a list, a table or the like. */
    boolean isParagraph() {
        return element.nameIs("p") || element.nameIs("div");
    }

    /** Whether it is a recording, perhaps with a caption, and nothing else. */
    boolean isRecording() {
        return !embeds.isEmpty() && (element.nameIs("figure") || !hasWords());
    }

    boolean isHeading() {
        return headingLevel() > 0;
    }

    /** 2 to 6 as in HTML, more for a line that is all bold; 0 for what is no heading. */
    int headingLevel() {
        var name = element.normalName();
        if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
            return hasWords() ? name.charAt(1) - '0' : 0;
        }
        return isBoldLine() && !SENTENCE.matcher(text()).matches() ? BOLD_HEADING : 0;
    }

    /** Whether it is a single line that is bold from its beginning to its end. */
    boolean isBoldLine() {
        return element.nameIs("p")
                && hasWords()
                && text().length() <= MAX_HEADING_LENGTH
                && text().indexOf('\n') < 0
                && inline.spans().stream()
                        .anyMatch(
                                span ->
                                        span.emphasis() == Emphasis.BOLD
                                                && inline.at(span).length() == text().length());
    }
}
