package galley.editorial.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import galley.editorial.content.Translation;
import galley.events.Article;
import galley.events.Part;

/**
 * What checks look at.
 *
 * @param article as it is now, every standing proposal with it
 * @param source what its source said of it beside the text
 * @param at for when it is asked: now, or when the article is to go out
 */
public record Proof(Article article, SourceRecord source, Instant at) {

    /** The parts that are texts, in their order. */
    public List<Text> texts() {
        return article.parts().stream().flatMap(part -> text(part).stream()).toList();
    }

    /** The parts that were first published elsewhere, in their order. */
    List<Part.Reprint> reprints() {
        return article.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(Part.Reprint.class::cast)
                .toList();
    }

    /** The text of a part; empty where it is no text. */
    static Optional<Text> text(Part part) {
        return switch (part) {
            case Part.Introduction(var id, var body) -> Optional.of(new Text(id, body, null));
            case Part.Original(var id, _, var body) -> Optional.of(new Text(id, body, null));
            case Part.Reprint reprint ->
                    Optional.of(new Text(reprint.id(), reprint.body(), language(reprint)));
            case Part.Media _, Part.People _ -> Optional.empty();
        };
    }

    /** What a reprint names is its language as long as nobody is named who translated it. */
    private static String language(Part.Reprint reprint) {
        return Translation.isOne(reprint.attribution(), null) || reprint.attribution() == null
                ? null
                : reprint.attribution().language();
    }

    /** Whether nothing is said. */
    static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /**
     * A part that is a text.
     *
     * @param part its id
     * @param body safe HTML
     * @param language BCP 47 language that the part itself names, or null
     */
    public record Text(String part, String body, String language) {}
}
