package galley.publish.edition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.events.Article;
import galley.events.Attribution;
import galley.events.Part;
import galley.events.Person;
import galley.kit.html.SafeHtml;
import galley.publish.text.Headlines;

/** What of an article is found by words. */
final class SearchText {
    /** More than this of a text is not searched: PostgreSQL bounds what one row can hold. */
    private static final int LONGEST = 100_000;

    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

    private SearchText() {}

    /** Headline, standfirst, bylines and all that readers can read in the parts. */
    static String of(Article article) {
        var head = Stream.of(Headlines.of(article), article.standfirst());
        var parts = article.parts().stream().flatMap(SearchText::of);
        var text =
                Stream.of(head, article.bylines().stream(), parts)
                        .flatMap(words -> words)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The text in small letters without accents. */
    static String folded(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The name that PostgreSQL's text search may have for a language; it has none for many.
     *
     * @param language BCP 47, or null
     */
    static String configuration(String language) {
        var code = language == null ? "" : Locale.forLanguageTag(language).getLanguage();
        // both ways of writing Norwegian share their stems
        var spoken = code.equals("nb") || code.equals("nn") ? "no" : code;
        return Locale.of(spoken).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    private static Stream<String> of(Part part) {
        return switch (part) {
            case Part.Introduction it -> Stream.of(SafeHtml.toText(it.body()));
            case Part.Original it -> Stream.of(it.headline(), SafeHtml.toText(it.body()));
            case Part.Reprint it -> Stream.concat(names(it), text(it));
            case Part.Media it -> Stream.of(it.caption(), it.credit(), it.alt());
            case Part.People it -> it.people().stream().flatMap(SearchText::of);
        };
    }

    private static Stream<String> text(Part.Reprint it) {
        var dateline = it.dateline() == null ? null : it.dateline().text();
        return Stream.of(it.headline(), dateline, SafeHtml.toText(it.body()));
    }

    private static Stream<String> names(Part.Reprint reprint) {
        Attribution it = reprint.attribution();
        return it == null
                ? Stream.empty()
                : Stream.of(
                        it.publisher(), it.author(), it.translator(), it.translationPublisher());
    }

    private static Stream<String> of(Person person) {
        return Stream.of(person.name(), person.role(), person.affiliation());
    }
}
