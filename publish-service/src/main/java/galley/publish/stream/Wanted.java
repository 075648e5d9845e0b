package galley.publish.stream;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import galley.publish.announcement.Marks;
import galley.publish.product.Product;

/**
 * Which articles a stream tells of: those that all filters let through.
 *
 * @param sections exact names of sections; empty for any
 * @param tags of which an article has one; empty for any
 * @param sources ids or names of sources, or publishers of reprints; empty for any
 * @param languages language ranges as RFC 4647 filters by them, in lower case; empty for any
 * @param kinds as the contract writes them; empty for any
 * @param documents whether the articles' documents are wanted
 */
record Wanted(
        Set<String> sections,
        Set<String> tags,
        Set<String> sources,
        Set<String> languages,
        Set<String> kinds,
        Product product,
        boolean documents) {

    Wanted {
        sections = Set.copyOf(sections);
        tags = Set.copyOf(tags);
        sources = Set.copyOf(sources);
        languages = Set.copyOf(languages);
        kinds = Set.copyOf(kinds);
    }

    /** Reads the query parameters as they came; an empty one counts as absent. */
    static Wanted of(
            List<String> sections,
            List<String> tags,
            List<String> sources,
            List<String> languages,
            List<String> kinds,
            Product product,
            boolean documents) {
        return new Wanted(
                present(sections),
                present(tags),
                present(sources),
                present(languages).stream()
                        .map(range -> range.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()),
                present(kinds),
                product,
                documents);
    }

    private static Set<String> present(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).collect(Collectors.toSet());
    }

    boolean has(Marks marks) {
        return (product == null || product.has(marks))
                && (sections.isEmpty() || contains(sections, marks.section()))
                && (tags.isEmpty() || marks.tags().stream().anyMatch(tags::contains))
                && (sources.isEmpty() || marks.sources().stream().anyMatch(sources::contains))
                && (languages.isEmpty() || speaks(marks.language()))
                && (kinds.isEmpty() || contains(kinds, marks.kind()));
    }

    /** A set that was copied refuses null. */
    private static boolean contains(Set<String> values, String value) {
        return value != null && values.contains(value);
    }

    private boolean speaks(String language) {
        if (language == null) {
            return false;
        }
        String tag = language.toLowerCase(Locale.ROOT);
        return languages.stream()
                .anyMatch(range -> tag.equals(range) || tag.startsWith(range + "-"));
    }
}
