package galley.publish.edition;

import java.util.Objects;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Part;

/** Under which names of sources a reader finds an article. */
final class Sources {
    private Sources() {}

    /** The source's id and name, and whoever first published or translated what is reprinted. */
    static String[] of(Article article) {
        var provenance = article.provenance();
        var origin =
                provenance == null
                        ? Stream.<String>empty()
                        : Stream.of(String.valueOf(provenance.source()), provenance.sourceName());
        var publishers =
                article.parts().stream()
                        .filter(Part.Reprint.class::isInstance)
                        .map(part -> ((Part.Reprint) part).attribution())
                        .filter(Objects::nonNull)
                        .flatMap(Sources::publishers);
        return Stream.concat(origin, publishers)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private static Stream<String> publishers(Attribution attribution) {
        return Stream.of(attribution.publisher(), attribution.translationPublisher());
    }
}
