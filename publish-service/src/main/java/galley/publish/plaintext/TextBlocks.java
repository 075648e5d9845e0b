package galley.publish.plaintext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes safe HTML as text: an empty line between paragraphs; a sign before what is quoted or
 * listed; addresses in angle brackets (RFC 3986, appendix C) behind the words that lead to them.
 */
final class TextBlocks {
    private static final String EMBED = "data-embed";
    private static final Collector<CharSequence, ?, String> LINES = Collectors.joining("\n");

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();

    private TextBlocks() {}

    /** Everything in an element that holds blocks. */
    static String of(Element holder) {
        return String.join("\n\n", blocksOf(holder));
    }

    /** The words of an element as one paragraph; only a break that was written starts a line. */
    static String inline(Element element) {
        var words = new StringBuilder();
        element.childNodes().forEach(node -> addInline(node, words));
        return tidied(words);
    }

    private static List<String> blocksOf(Element holder) {
        var text = new TextBlocks();
        text.addAll(holder);
        text.endLoose();
        return text.blocks;
    }

    private void addAll(Element holder) {
        for (Node node : holder.childNodes()) {
            if (node instanceof Element element && element.isBlock()) {
                endLoose();
                add(element);
            } else {
                addInline(node, loose);
            }
        }
    }

    private void endLoose() {
        add(tidied(loose));
        loose.setLength(0);
    }

    private void add(String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }

    private void add(Element element) {
        switch (element.normalName()) {
            case "ul" -> add(list(element, false));
            case "ol" -> add(list(element, true));
            case "blockquote" -> add(of(element).lines().map(TextBlocks::quoted).collect(LINES));
            case "pre" -> add(element.wholeText().stripTrailing());
            case "hr" -> add("* * *");
            case "table" -> add(table(element));
            default -> addHolder(element);
        }
    }

    private void addHolder(Element element) {
        if (element.hasAttr(EMBED)) {
            add("[Embedded] <" + element.attr(EMBED) + ">");
        }
        addAll(element);
        endLoose();
    }

    private static String quoted(String line) {
        return line.isEmpty() ? ">" : "> " + line;
    }

    private static String list(Element list, boolean numbered) {
        List<String> items = new ArrayList<>();
        for (Element item : list.children()) {
            var sign = numbered ? (items.size() + 1) + ". " : "- ";
            var lines = String.join("\n", blocksOf(item)).lines().collect(LINES);
            items.add(sign + lines.replace("\n", "\n" + " ".repeat(sign.length())));
        }
        return String.join("\n", items);
    }

    private static String table(Element table) {
        var caption = table.selectFirst("> caption");
        var rows =
                table.select("tr").stream()
                        .map(
                                row ->
                                        row.children().stream()
                                                .map(cell -> String.join(" ", blocksOf(cell)))
                                                .collect(Collectors.joining(" | ")))
                        .collect(LINES);
        return caption == null ? rows : inline(caption) + "\n" + rows;
    }

    private static void addInline(Node node, StringBuilder words) {
        if (node instanceof TextNode text) {
            words.append(text.getWholeText().replaceAll("\\s+", " "));
        } else if (node instanceof Element element) {
            addInline(element, words);
        }
    }

    private static void addInline(Element element, StringBuilder words) {
        switch (element.normalName()) {
            case "br" -> words.append('\n');
            case "img" -> words.append(picture(element));
            default -> {
                element.childNodes().forEach(child -> addInline(child, words));
                if (element.nameIs("a") && element.hasAttr("href")) {
                    addAddress(element, words);
                } else if (element.hasAttr(EMBED)) {
                    words.append(" [Embedded] <").append(element.attr(EMBED)).append('>');
                }
            }
        }
    }

    /** Where the words are the address already, it is not said twice. */
    private static void addAddress(Element link, StringBuilder words) {
        if (!link.text().equals(link.attr("href"))) {
            words.append(" <").append(link.attr("href")).append('>');
        }
    }

    private static String picture(Element picture) {
        var alt = picture.attr("alt").isBlank() ? "Picture" : "Picture: " + picture.attr("alt");
        return " [" + alt + "] <" + picture.attr("src") + "> ";
    }

    private static String tidied(StringBuilder words) {
        return words.toString().replaceAll(" {2,}", " ").replaceAll(" ?\n ?", "\n").strip();
    }
}
