package galley.publish.document;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.Part;
import galley.events.Rights;
import galley.publish.text.Headlines;

/**
 * An article that stands, with what its documents tell beside it.
 *
 * @param note the public note of the decision that made this version, or null
 * @param address of its page
 * @param absolute makes the address of a path of this site
 */
public record Published(
        Article article,
        String note,
        String address,
        Publisher publisher,
        UnaryOperator<String> absolute) {

    /** What it is called: never nothing. */
    public String headline() {
        return Headlines.of(article);
    }

    /** Its rights statement, each line null where nothing was said. */
    public Rights rights() {
        return Objects.requireNonNullElse(article.rights(), new Rights(null, null, null));
    }

    /** Its reprints. */
    public List<Part.Reprint> reprints() {
        return article.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(Part.Reprint.class::cast)
                .toList();
    }

    /** Where its reprints came from, those that are known. */
    public Stream<Attribution> attributions() {
        return reprints().stream().map(Part.Reprint::attribution).filter(Objects::nonNull);
    }

    /** The dateline of the whole article, where it is one report as a wire brings it. */
    public Optional<Dateline> wireDateline() {
        return article.parts().size() == 1
                ? reprints().stream().map(Part.Reprint::dateline).filter(Objects::nonNull).findAny()
                : Optional.empty();
    }

    /** Whether this version corrects an earlier one. */
    public boolean isCorrection() {
        return article.corrections().stream()
                .anyMatch(correction -> correction.version() == article.version());
    }

    /** Whether a text went through a translator's hands on its way here. */
    public static boolean isTranslated(Attribution it) {
        return it.translator() != null
                || it.translationPublisher() != null
                || it.translationUrl() != null;
    }
}
