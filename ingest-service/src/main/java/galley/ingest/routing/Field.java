package galley.ingest.routing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import galley.events.ItemContent;

/** What of an item a condition can look at. */
// The functions are getters: nothing here can change.
@SuppressWarnings("ImmutableEnumChecker")
enum Field {
    HEADLINE(item -> texts(item.headline())),
    /** All that readers would read: headline, summary and body. */
    TEXT(item -> texts(item.headline(), item.summary(), item.body())),
    SLUGLINE(item -> texts(item.slugline())),
    BYLINE(item -> texts(item.byline())),
    AUTHOR(ItemContent::authors),
    KEYWORD(ItemContent::keywords),
    /** Code and name of each. */
    SUBJECT(
            item ->
                    item.subjects().stream()
                            .flatMap(subject -> texts(subject.code(), subject.name()).stream())
                            .toList()),
    PLACE(
            item ->
                    Stream.concat(
                                    item.places().stream(),
                                    Stream.ofNullable(item.dateline())
                                            .map(dateline -> dateline.place()))
                            .filter(place -> place != null)
                            .toList()),
    LANGUAGE(item -> texts(item.language())),
    TYPE(item -> texts(item.type())),
    CREDIT(item -> texts(item.credit())),
    USAGE_TERMS(item -> texts(item.usageTerms())),
    EDITORIAL_NOTE(item -> texts(item.editorialNote())),
    URL(item -> texts(item.url())),
    /** {@code true} or {@code false}. */
    PARTIAL(item -> List.of(Boolean.toString(item.partial()))),
    URGENCY(item -> numbers(item.urgency())),
    PRIORITY(item -> numbers(item.priority())),
    WORD_COUNT(item -> numbers(item.wordCount()));

    private final Function<ItemContent, List<String>> values;

    Field(Function<ItemContent, List<String>> values) {
        this.values = values;
    }

    /** What an item says there, possibly HTML; empty where it says nothing. */
    List<String> of(ItemContent item) {
        return values.apply(item);
    }

    boolean isNumber() {
        return this == URGENCY || this == PRIORITY || this == WORD_COUNT;
    }

    /** The name that rules are written with, such as {@code usageTerms}. */
    String wireName() {
        var words = name().toLowerCase(Locale.ROOT).split("_", -1);
        return Arrays.stream(words)
                .skip(1)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", words[0], ""));
    }

    /** The field of this name. */
    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(field -> field.wireName().equals(name)).findFirst();
    }

    private static List<String> texts(String... texts) {
        return Stream.of(texts).filter(text -> text != null && !text.isEmpty()).toList();
    }

    private static List<String> numbers(Integer number) {
        return number == null ? List.of() : List.of(number.toString());
    }
}
