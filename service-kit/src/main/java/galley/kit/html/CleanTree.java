package galley.kit.html;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Builds a clean tree from a parsed one, word for word. */
final class CleanTree {
    /** Markup inside raw text inside raw text is nobody's article. */
    private static final int MAX_RAW_DEPTH = 2;

    private static final Set<String> ROW_GROUPS = Set.of("tbody", "tfoot", "thead");
    private static final List<String> PICTURE_ADDRESSES =
            List.of("src", "data-src", "data-lazy-src", "data-original", "srcset", "data-srcset");

    private final String base;
    private int rawDepth;
    private int paragraphs;

    private CleanTree(String base) {
        this.base = base;
    }

    /** A body element that holds what is safe of the source's children. */
    static Element of(Node source, String base) {
        var document = Document.createShell(base);
        document.outputSettings().prettyPrint(false);
        new CleanTree(base).copyChildren(source, document.body());
        Paragraphs.wrapLooseText(document.body());
        return document.body();
    }

    private void copyChildren(Node source, Element target) {
        for (var child : source.childNodes()) {
            switch (child) {
                case TextNode text -> appendText(text.getWholeText(), target);
                case DataNode raw -> copyRaw(raw.getWholeData(), target);
                case Element element -> copy(element, target);
                default -> {
                    // comments and instructions say nothing to readers
                }
            }
        }
    }

    private void copy(Element source, Element target) {
        var name = source.normalName();
        if (Vocabulary.isActive(name)) {
            return;
        }
        if (name.equals("img")) {
            copyPicture(source, target);
        } else if (Vocabulary.isEmbed(name)) {
            copyEmbed(source, target);
        } else if (Vocabulary.isMeaningless(name)) {
            copyChildren(source, target);
        } else {
            copyStructure(source, target);
        }
    }

    private void copyStructure(Element source, Element target) {
        var kept = fitting(Vocabulary.keptAs(source.normalName()), source, target);
        var link = SafeAddress.ofLink(source.attr("href"), base);
        if (kept.equals("a") && link.isEmpty()) {
            kept = "span";
        }
        var copy = target.appendElement(kept);
        if (kept.equals("a")) {
            copy.attr("href", link.orElseThrow());
        }
        Attributes.copy(source, copy, base);
        SafeAddress.ofWeb(source.attr("data-embed"), "")
                .ifPresent(address -> copy.attr("data-embed", address));
        if (kept.equals("br") || kept.equals("hr") || kept.equals("wbr")) {
            copyChildren(source, target);
        } else {
            paragraphs += kept.equals("p") ? 1 : 0;
            copyChildren(source, copy);
            paragraphs -= kept.equals("p") ? 1 : 0;
        }
    }

    /** Where an element would not stay on being read again, a plain one takes its place. */
    private String fitting(String name, Element source, Element target) {
        if (Vocabulary.isBlock(name) && paragraphs > 0) {
            return "span";
        }
        boolean fits =
                switch (name) {
                    case "table" -> isSound(source);
                    case "tbody", "tfoot", "thead", "caption" -> target.nameIs("table");
                    case "tr" -> target.nameIs("table") || ROW_GROUPS.contains(target.normalName());
                    case "td", "th" -> target.nameIs("tr");
                    default -> true;
                };
        return fits ? name : "div";
    }

    /** Whether all of a table's text is in its cells and captions. */
    private static boolean isSound(Element table) {
        for (var child : table.childNodes()) {
            boolean misplaced =
                    switch (child) {
                        case TextNode text -> !text.isBlank();
                        case Element part ->
                                switch (part.normalName()) {
                                    case "tbody", "tfoot", "thead", "tr" -> !isSound(part);
                                    case "td", "th" -> !table.nameIs("tr");
                                    case "caption" -> !table.nameIs("table");
                                    case "colgroup", "col", "script", "style" -> part.hasText();
                                    default -> true;
                                };
                        default -> false;
                    };
            if (misplaced) {
                return false;
            }
        }
        return true;
    }

    private void copyPicture(Element source, Element target) {
        var address =
                PICTURE_ADDRESSES.stream()
                        .map(name -> firstOf(name, source.attr(name)))
                        .flatMap(text -> SafeAddress.ofWeb(text, base).stream())
                        .findFirst();
        if (address.isPresent()) {
            var copy = target.appendElement("img").attr("src", address.get());
            Attributes.copy(source, copy, base);
        }
        copyChildren(source, target);
    }

    /** Where an attribute lists candidates, the first; an address may itself hold commas. */
    private static String firstOf(String attribute, String text) {
        if (!attribute.endsWith("srcset")) {
            return text;
        }
        var first = text.strip().split("\\s", 2)[0];
        return first.endsWith(",") ? first.substring(0, first.length() - 1) : first;
    }

    /** What was written inside an embed follows it, since it may be the rest of the article. */
    private void copyEmbed(Element source, Element target) {
        var sources = source.children().stream().filter(child -> child.nameIs("source"));
        var address =
                Stream.concat(Stream.of(source), sources)
                        .flatMap(element -> embedAddress(element).stream())
                        .findFirst();
        var kept = paragraphs > 0 ? "span" : "figure";
        address.ifPresent(text -> target.appendElement(kept).attr("data-embed", text));
        copyChildren(source, target);
    }

    private Optional<String> embedAddress(Element element) {
        return Stream.of("src", "data", "data-src")
                .flatMap(name -> SafeAddress.ofWeb(element.attr(name), base).stream())
                .findFirst();
    }

    private void copyRaw(String raw, Element target) {
        if (rawDepth >= MAX_RAW_DEPTH) {
            appendText(raw, target);
            return;
        }
        rawDepth++;
        copyChildren(TagSoup.parse(raw), target);
        rawDepth--;
    }

    /** Two neighbouring texts had something between them that is gone, but bounds their words. */
    private static void appendText(String text, Element target) {
        if (text.isEmpty()) {
            return;
        }
        if (target.lastChild() instanceof TextNode before) {
            var left = before.getWholeText();
            if (!Words.isWordCharacter(left.codePointBefore(left.length()))
                    || !Words.isWordCharacter(text.codePointAt(0))) {
                before.text(left + text);
                return;
            }
            target.appendElement("wbr");
        }
        target.appendChild(new TextNode(text));
    }
}
