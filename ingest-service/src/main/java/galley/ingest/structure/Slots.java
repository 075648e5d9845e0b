package galley.ingest.structure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import galley.ingest.structure.PhraseMatch.Found;

/**
 * Reads what a phrase looks for.
 *
 * <table>
 * <caption>Slots</caption>
 * <tr><td>{@code {publisher}}, {@code {translation-publisher}}</td><td>a name; several where the
 * sentence speaks of several texts</td></tr>
 * <tr><td>{@code {outlet}}</td><td>a publisher where a person might be named as well</td></tr>
 * <tr><td>{@code {institution}}</td><td>a publisher where it is more likely another name, and so
 * only one that has an article, markup or a word such as Gazette</td></tr>
 * <tr><td>{@code {author}}, {@code {translator}}, {@code {person}}</td><td>a person’s name</td>
 * </tr>
 * <tr><td>{@code {owner}}</td><td>an author’s name in the genitive</td></tr>
 * <tr><td>{@code {language}}, {@code {target}}</td><td>a language, of the first publication and of
 * a translation</td></tr>
 * <tr><td>{@code {date}}</td><td>a day</td></tr>
 * <tr><td>{@code {link}}</td><td>words that are a link; its address</td></tr>
 * </table>
 */
final class Slots {
    private final Vocabulary vocabulary;
    private final PublisherNames publishers;
    private final PersonNames people;
    private final Dates dates;

    /** Many phrases look for the same at the same place. */
    private final Map<Place, Optional<Found>> known = new HashMap<>();

    private record Place(String slot, int token) {}

    private Sentence knownOf;

    /**
     * @param many whether the sentence speaks of several texts
     * @param published to which a date without a year belongs, or null
     */
    Slots(Vocabulary vocabulary, boolean many, LocalDate published) {
        this.vocabulary = vocabulary;
        this.publishers = new PublisherNames(vocabulary, many);
        this.people = new PersonNames(vocabulary);
        this.dates = new Dates(vocabulary, published);
    }

    boolean isIn(String list, String word) {
        return vocabulary.has(list, word);
    }

    /** What the slot holds if it begins at that token; null when there is no such thing. */
    @SuppressWarnings("ReferenceEquality") // to compare the words would take longer than to read
    Found read(String slot, Sentence sentence, int at) {
        if (knownOf != sentence) {
            known.clear();
            knownOf = sentence;
        }
        return known.computeIfAbsent(
                        new Place(slot, at), _ -> Optional.ofNullable(readAnew(slot, sentence, at)))
                .orElse(null);
    }

    private Found readAnew(String slot, Sentence sentence, int at) {
        return switch (slot) {
            case "publisher", "translation-publisher" -> publishers.read(slot, sentence, at);
            case "outlet" ->
                    people.read(slot, sentence, at) == null
                            ? publishers.read(slot, sentence, at)
                            : null;
            case "institution" -> institution(slot, sentence, at);
            case "author", "translator", "person" -> people.person(slot, sentence, at);
            case "owner" -> people.owner(slot, sentence, at);
            case "language", "target" -> language(slot, sentence, at);
            case "date" -> date(slot, sentence, at);
            case "link" -> link(slot, sentence, at);
            default -> throw new IllegalArgumentException("an unknown slot: " + slot);
        };
    }

    private Found institution(String slot, Sentence sentence, int at) {
        boolean isMarked =
                sentence.spanAt(at) != null || isIn("articles", sentence.token(at).lower());
        if (!isMarked && people.read(slot, sentence, at) != null) {
            return null;
        }
        var found = publishers.read(slot, sentence, at);
        boolean isNamed =
                found != null
                        && sentence.tokens().subList(at, found.end()).stream()
                                .anyMatch(token -> isIn("institutions", token.lower()));
        return isMarked || isNamed ? found : null;
    }

    private Found language(String slot, Sentence sentence, int at) {
        var code = vocabulary.value("languages", sentence.token(at).lower());
        return code == null ? null : new Found(slot, List.of(code), at, at + 1);
    }

    /** Without a value where the year can't be told. */
    private Found date(String slot, Sentence sentence, int at) {
        var date = dates.read(sentence.tokens(), at);
        if (date == null) {
            return null;
        }
        var values = date.day() == null ? List.<String>of() : List.of(date.day().toString());
        return new Found(slot, values, at, date.end());
    }

    private static Found link(String slot, Sentence sentence, int at) {
        var span = sentence.spanAt(at);
        return span == null || span.address() == null
                ? null
                : new Found(slot, List.of(span.address()), at, sentence.tokenAfter(at, span.end()));
    }
}
