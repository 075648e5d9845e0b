package galley.editorial.housestyle;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import galley.editorial.content.Content;
import galley.editorial.content.PlainText;
import galley.editorial.content.Translation;
import galley.events.Attribution;
import galley.events.Part;
import galley.kit.text.SentencePattern;
import galley.kit.text.SentencePattern.Piece;

/** Says in the house style where the reprints of an article are from. */
final class AttributionLines {
    /** The placeholder of the line for several reprints. */
    static final String PUBLISHERS = "publishers";

    private final String language;
    private final Locale locale;
    private final Sentences sentences;

    private AttributionLines(String language, Sentences sentences) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language);
        this.sentences = sentences;
    }

    /**
     * A line for each reprint, in the order of the parts, and one for all of them, in the article's
     * language where the house style has it and else in English.
     *
     * @param style the sentences of each language, by its tag
     */
    static AttributionLinesView of(Content content, Map<String, Sentences> style) {
        String wanted =
                content.language() == null
                        ? FreshStyle.DEFAULT_LANGUAGE
                        : Locale.forLanguageTag(content.language()).getLanguage();
        String language = style.containsKey(wanted) ? wanted : FreshStyle.DEFAULT_LANGUAGE;
        AttributionLines lines = new AttributionLines(language, style.get(language));
        List<Part.Reprint> reprints =
                content.parts().stream()
                        .filter(Part.Reprint.class::isInstance)
                        .map(Part.Reprint.class::cast)
                        .toList();
        return new AttributionLinesView(
                reprints.stream().map(reprint -> lines.line(reprint, content.language())).toList(),
                Publishers.of(reprints).flatMap(lines::together).orElse(null),
                null);
    }

    private Optional<AttributionLine> together(Publishers publishers) {
        return SentencePattern.of(sentences.several(), Set.of(PUBLISHERS), _ -> {})
                .pieces(Set.of(PUBLISHERS))
                .map(pieces -> write(pieces, publishers));
    }

    private AttributionLine write(List<Piece> pieces, Publishers publishers) {
        LinkedText text = new LinkedText();
        for (Piece piece : pieces) {
            if (piece.place() == null) {
                text.add(piece.words());
            } else {
                publishers.writeTo(text, locale);
            }
        }
        return new AttributionLine(null, language, text.text(), text.html());
    }

    private AttributionLine line(Part.Reprint reprint, String into) {
        Map<String, Name> known = names(reprint.attribution());
        boolean translated = Translation.isOne(reprint.attribution(), into);
        return Optional.of(sentences.pattern(translated, reprint.excerpt()))
                .filter(_ -> tellsOfAPublication(known))
                .map(pattern -> SentencePattern.of(pattern, Placeholder.names(), _ -> {}))
                .flatMap(pattern -> pattern.pieces(known.keySet()))
                .map(pieces -> write(reprint.id(), pieces, known))
                .orElse(new AttributionLine(reprint.id(), language, null, null));
    }

    /** Of a speech, for instance, only the author is known, whom the byline names. */
    private static boolean tellsOfAPublication(Map<String, Name> known) {
        return known.keySet().stream().anyMatch(it -> !it.equals(Placeholder.AUTHOR.wireName()));
    }

    private AttributionLine write(String part, List<Piece> pieces, Map<String, Name> known) {
        LinkedText text = new LinkedText();
        for (Piece piece : pieces) {
            if (piece.place() == null) {
                text.add(piece.words());
            } else {
                Name name = known.get(piece.place());
                text.add(name.words(), name.address());
            }
        }
        return new AttributionLine(part, language, text.text(), text.html());
    }

    private Map<String, Name> names(Attribution known) {
        Map<String, Name> names = new HashMap<>();
        if (known == null) {
            return names;
        }
        put(names, Placeholder.AUTHOR, known.author(), null);
        put(names, Placeholder.PUBLISHER, known.publisher(), known.url());
        put(names, Placeholder.ADDRESS, Publishers.host(known.url()), known.url());
        put(names, Placeholder.LANGUAGE, languageName(known.language()), null);
        put(names, Placeholder.TRANSLATOR, known.translator(), null);
        put(
                names,
                Placeholder.TRANSLATION_PUBLISHER,
                known.translationPublisher(),
                known.translationUrl());
        put(
                names,
                Placeholder.TRANSLATION_ADDRESS,
                Publishers.host(known.translationUrl()),
                known.translationUrl());
        if (known.publishedOn() != null) {
            DateTimeFormatter date = DateTimeFormatter.ofPattern(sentences.date(), locale);
            put(names, Placeholder.DATE, known.publishedOn().format(date), null);
        }
        return names;
    }

    private static void put(
            Map<String, Name> names, Placeholder place, String words, String address) {
        if (words != null) {
            names.put(place.wireName(), new Name(words, address));
        }
    }

    private String languageName(String tag) {
        return tag == null
                ? null
                : PlainText.orNull(Locale.forLanguageTag(tag).getDisplayLanguage(locale));
    }

    /**
     * What stands at a place.
     *
     * @param address where it leads; null for nowhere
     */
    private record Name(String words, String address) {}
}
