package galley.ingest.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * A text in a ContentItem of NewsML 1.
 *
 * @param component the component that the ContentItem is in
 * @param content its DataContent
 */
record Newsml1Text(Newsml1Component component, Element content) {
    /** Roles of texts that belong to the body. */
    private static final Set<String> BODY =
            Set.of("", "main", "body", "text", "article", "story", "lead", "short", "news");

    /** Roles of texts that the item has fields for, or that are for machines. */
    private static final Set<String> NOT_BODY =
            Set.of(
                    "caption",
                    "legend",
                    "title",
                    "headline",
                    "subheadline",
                    "stylesheet",
                    "logo",
                    "contact");

    /** What two alternatives have in common: the same part of the same whole, in one language. */
    private record Part(Newsml1Component whole, String role, String language) {}

    /** All texts in the components, in their order. */
    static List<Newsml1Text> allOf(List<Newsml1Component> components) {
        var texts = new ArrayList<Newsml1Text>();
        for (var component : components) {
            for (var item : XmlPath.all(component.element(), "ContentItem")) {
                if (isText(item)) {
                    XmlPath.first(item, "DataContent")
                            .filter(content -> !content.wholeText().isBlank())
                            .filter(content -> HtmlText.structure(content) >= 0)
                            .ifPresent(content -> texts.add(new Newsml1Text(component, content)));
                }
            }
        }
        return texts;
    }

    private static boolean isText(Element contentItem) {
        var type = String.valueOf(XmlPath.attribute(contentItem, "FormalName", "MimeType"));
        boolean isOther = type.contains("css") || type.matches("(?i)(image|video|audio)/.*");
        return !isOther && XmlPath.first(contentItem, "Encoding").isEmpty();
    }

    /**
     * Those that make up the body: of the main component where one is marked, in one language, and
     * of alternatives the one with the most structure.
     */
    static List<Newsml1Text> bodyOf(List<Newsml1Text> texts) {
        var all = texts.stream().filter(text -> !NOT_BODY.contains(text.role())).toList();
        var usual = all.stream().filter(text -> BODY.contains(text.role())).toList();
        var main = usual.stream().filter(text -> text.component.isMain()).toList();
        var chosen = !main.isEmpty() ? main : !usual.isEmpty() ? usual : all;
        if (chosen.isEmpty()) {
            return chosen;
        }
        var language = chosen.getFirst().component.language();
        return withoutAlternatives(
                chosen.stream()
                        .filter(text -> Objects.equals(text.component.language(), language))
                        .toList());
    }

    private static List<Newsml1Text> withoutAlternatives(List<Newsml1Text> texts) {
        Map<Part, Integer> best = new LinkedHashMap<>();
        for (var text : texts) {
            best.merge(text.part(), HtmlText.structure(text.content), Math::max);
        }
        return texts.stream()
                .filter(text -> HtmlText.structure(text.content) == best.get(text.part()))
                .toList();
    }

    /** The first text with this role. */
    static Optional<Newsml1Text> withRole(String role, List<Newsml1Text> texts) {
        return texts.stream().filter(text -> text.role().equals(role)).findFirst();
    }

    String role() {
        return component.role();
    }

    private Part part() {
        return new Part(component.whole(), role(), component.language());
    }
}
