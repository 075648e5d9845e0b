package galley.ingest.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jsoup.nodes.Element;

/** Chooses among properties that are there in several languages. */
final class Localized {
    private static final String LANGUAGE = "xml:lang";

    private Localized() {}

    /** The properties of that language which fits best of those that are there. */
    static List<Element> in(String language, List<Element> properties) {
        return properties.stream()
                .filter(one -> !one.wholeText().isBlank())
                .min(Comparator.comparingInt(one -> distance(one, language)))
                .map(best -> best.attr(LANGUAGE))
                .map(
                        chosen ->
                                properties.stream()
                                        .filter(one -> one.attr(LANGUAGE).equals(chosen))
                                        .filter(one -> !one.wholeText().isBlank())
                                        .toList())
                .orElse(List.of());
    }

    /** The first of them. */
    static Optional<Element> first(String language, List<Element> properties) {
        return in(language, properties).stream().findFirst();
    }

    private static int distance(Element property, String language) {
        var own = property.attr(LANGUAGE);
        if (own.isEmpty() || own.equalsIgnoreCase(language)) {
            return 0;
        }
        return language != null && primary(own).equals(primary(language)) ? 1 : 2;
    }

    private static String primary(String language) {
        return language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }
}
