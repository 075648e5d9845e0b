package galley.editorial.search;

import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.editorial.content.Content;
import galley.events.Part;
import galley.events.Person;
import galley.kit.html.SafeHtml;

/** What of an article is found by words. */
final class SearchText {
    /** More than this of a text is not searched: PostgreSQL bounds what one row can hold. */
    private static final int LONGEST = 100_000;

    private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");

    private SearchText() {}

    /** Headline, standfirst and all that readers can read in the parts, in their order. */
    static String of(Content content) {
        String text =
                Stream.concat(
                                Stream.of(content.headline(), content.standfirst()),
                                content.parts().stream().flatMap(SearchText::of))
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
            case Part.Reprint it -> Stream.of(it.headline(), SafeHtml.toText(it.body()));
            case Part.Media it -> Stream.of(it.caption(), it.credit(), it.alt());
            case Part.People it -> it.people().stream().flatMap(SearchText::of);
        };
    }

    private static Stream<String> of(Person person) {
        return Stream.of(person.name(), person.role(), person.affiliation());
    }
}
