package galley.editorial.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.events.Attribution;
import galley.events.Part;
import galley.events.Subject;
import galley.events.WireName;

/**
 * Marks stand among an article's words and can't be any: one for each name that lists filter on,
 * such as {@code @tag:ports}. So one index answers words and names together.
 */
final class Marks {
    /** A lexeme of PostgreSQL has at most 2046 bytes. */
    private static final int LONGEST = 500;

    private Marks() {}

    /** The mark of one value of a field, whatever the case that it is written in. */
    static String of(String field, String value) {
        String mark = "@" + field + ":" + value.toLowerCase(Locale.ROOT);
        return mark.length() <= LONGEST ? mark : mark.substring(0, LONGEST);
    }

    /** The mark of the configuration by which an article's words were read. */
    static String ofConfiguration(String configuration) {
        return of("config", configuration);
    }

    /** All marks of a content. A language has one for each range that it is in. */
    static Set<String> of(Content content) {
        Set<String> marks = new LinkedHashSet<>();
        marks.add(ofConfiguration(TextLanguage.configuration(content.language())));
        add(marks, "language", Stream.of(content.language()));
        if (content.language() != null) {
            String range = content.language();
            for (int end = range.lastIndexOf('-'); end > 0; end = range.lastIndexOf('-')) {
                range = range.substring(0, end);
                marks.add(of("language", range));
            }
        }
        if (content.kind() != null) {
            marks.add(of("kind", WireName.of(content.kind())));
        }
        add(marks, "section", Stream.of(content.section()));
        add(marks, "tag", content.tags().stream());
        add(marks, "byline", content.bylines().stream());
        add(marks, "subject", content.subjects().stream().flatMap(Marks::names));
        add(marks, "publisher", attributions(content).map(Attribution::publisher));
        add(marks, "author", attributions(content).map(Attribution::author));
        return marks;
    }

    /** The sources that the content's reprints name. */
    static Stream<Attribution> attributions(Content content) {
        return content.parts().stream()
                .filter(Part.Reprint.class::isInstance)
                .map(part -> ((Part.Reprint) part).attribution())
                .filter(Objects::nonNull);
    }

    private static Stream<String> names(Subject subject) {
        return Stream.of(subject.code(), subject.name());
    }

    private static void add(Set<String> marks, String field, Stream<String> values) {
        values.filter(Objects::nonNull).forEach(value -> marks.add(of(field, value)));
    }
}
