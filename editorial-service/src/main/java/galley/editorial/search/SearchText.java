package galley.editorial.search;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.events.Attribution;
import galley.events.Dateline;
import galley.events.Part;
import galley.events.Person;
import galley.kit.html.SafeHtml;

/** What of an article is found by words. */
final class SearchText {
    /**
     * More than this of a text is not searched: PostgreSQL bounds what one row can hold, and knows
     * no places past the 16,383rd word.
     */
    private static final int LONGEST = 100_000;

    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

    private SearchText() {}

    /**
     * Headline, standfirst, bylines, tags, and of the parts in their order all words that readers
     * see with them; not dates, addresses and terms of use.
     */
    static String of(Content content) {
        String text =
                Stream.of(
                                Stream.of(content.headline(), content.standfirst()),
                                content.bylines().stream(),
                                content.tags().stream(),
                                content.parts().stream().flatMap(SearchText::of))
                        .flatMap(words -> words)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The text without accents. */
    static String folded(String text) {
        return ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static Stream<String> of(Part part) {
        return switch (part) {
            case Part.Introduction it -> Stream.of(SafeHtml.toText(it.body()));
            case Part.Original it -> Stream.of(it.headline(), SafeHtml.toText(it.body()));
            case Part.Reprint it ->
                    Stream.of(
                                    Stream.of(it.headline()),
                                    Stream.ofNullable(it.dateline()).flatMap(SearchText::of),
                                    Stream.ofNullable(it.attribution()).flatMap(SearchText::of),
                                    Stream.of(SafeHtml.toText(it.body())))
                            .flatMap(words -> words);
            case Part.Media it -> Stream.of(it.caption(), it.credit(), it.alt(), it.provider());
            case Part.People it -> it.people().stream().flatMap(SearchText::of);
        };
    }

    private static Stream<String> of(Dateline dateline) {
        return Stream.of(dateline.place(), dateline.agency(), dateline.text());
    }

    private static Stream<String> of(Attribution attribution) {
        return Stream.of(
                attribution.publisher(),
                attribution.author(),
                attribution.translator(),
                attribution.translationPublisher());
    }

    private static Stream<String> of(Person person) {
        return Stream.of(person.name(), person.role(), person.affiliation());
    }
}
