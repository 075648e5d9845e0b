package galley.editorial.comment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import galley.editorial.content.Content;
import galley.events.Part;
import galley.kit.html.SafeHtml;

/** The texts of an article's parts: those of their bodies. */
public final class PartTexts {
    private PartTexts() {}

    /** The HTML of a part, if there is the part and it has any. */
    public static Optional<String> body(Content content, String part) {
        return content.parts().stream()
                .filter(it -> it.id().equals(part))
                .findFirst()
                .flatMap(PartTexts::body);
    }

    private static Optional<String> body(Part part) {
        return switch (part) {
            case Part.Introduction it -> Optional.of(it.body());
            case Part.Original it -> Optional.of(it.body());
            case Part.Reprint it -> Optional.of(it.body());
            case Part.Media _, Part.People _ -> Optional.empty();
        };
    }

    /** The content with another body in a part that has one. */
    public static Content withBody(Content content, String part, String html) {
        return content.withParts(
                content.parts().stream()
                        .map(it -> it.id().equals(part) ? withBody(it, html) : it)
                        .toList());
    }

    private static Part withBody(Part part, String html) {
        return switch (part) {
            case Part.Introduction it -> new Part.Introduction(it.id(), html);
            case Part.Original it -> new Part.Original(it.id(), it.headline(), html);
            case Part.Reprint it ->
                    new Part.Reprint(
                            it.id(),
                            it.headline(),
                            it.excerpt(),
                            it.dateline(),
                            it.attribution(),
                            it.rights(),
                            html);
            case Part.Media _, Part.People _ -> part;
        };
    }

    /** The text of a body, in which positions are counted. */
    static String text(String body) {
        return SafeHtml.toText(body);
    }

    /** The texts by part, in their order, of those bodies that are not the same in the other. */
    static Map<String, String> differing(Content content, Content other) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Part part : content.parts()) {
            body(part)
                    .filter(html -> !Optional.of(html).equals(body(other, part.id())))
                    .ifPresent(html -> texts.put(part.id(), text(html)));
        }
        return texts;
    }
}
