package galley.editorial.housestyle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import galley.editorial.content.PlainText;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.kit.text.SentencePattern;

/**
 * Reads a house style as it is sent: {@code {"en": {"reprint": "First published[ by
 * {publisher}]."}}}. Of a language that a fresh install has, some sentences can be said; of any
 * other, all.
 */
final class StyleReader {
    private static final int LONGEST = 1_000;

    /** By two letters, or by three where there are no two. */
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private static final LocalDate SOME_DAY = LocalDate.of(2026, 5, 20);

    private static final List<String> OF_SEVERAL = List.of(AttributionLines.PUBLISHERS);

    private final List<FieldError> errors = new ArrayList<>();

    private StyleReader() {}

    /**
     * Reads a body.
     *
     * @return only what is said, by the tag of the language
     * @throws Problem 400, or 422 that names each language, sentence and placeholder that is wrong
     */
    static Map<String, Sentences> read(byte[] body) {
        JsonNode json = StrictJson.read(body);
        if (!json.isObject()) {
            throw Problems.unprocessable("", "It is a JSON object of languages.");
        }
        StyleReader reader = new StyleReader();
        Map<String, Sentences> style = new TreeMap<>();
        for (Map.Entry<String, JsonNode> language : json.properties()) {
            style.put(language.getKey(), reader.sentences(language.getKey(), language.getValue()));
        }
        if (!reader.errors.isEmpty()) {
            throw Problems.unprocessable(reader.errors);
        }
        return style;
    }

    private Sentences sentences(String language, JsonNode json) {
        if (!LANGUAGES.contains(language)) {
            errors.add(new FieldError(language, "It is a language of ISO 639, such as pt."));
            return null;
        }
        Sentences sent = StrictJson.bind(json, Sentences.class, language);
        boolean whole = !FreshStyle.sentences().containsKey(language);
        return new Sentences(
                date(language + ".date", sent.date(), whole),
                pattern(language + ".reprint", sent.reprint(), Placeholder.names(), whole),
                pattern(language + ".excerpt", sent.excerpt(), Placeholder.names(), whole),
                pattern(language + ".translation", sent.translation(), Placeholder.names(), whole),
                pattern(
                        language + ".translatedExcerpt",
                        sent.translatedExcerpt(),
                        Placeholder.names(),
                        whole),
                pattern(language + ".several", sent.several(), OF_SEVERAL, whole));
    }

    /** Where a fresh install says nothing in a language, all of it has to be said. */
    private void require(String field) {
        errors.add(new FieldError(field, "A fresh install has no sentence of this language."));
    }

    private String pattern(String field, String sent, List<String> placeholders, boolean required) {
        String text = PlainText.orNull(sent);
        if (text == null) {
            if (required) {
                require(field);
            }
            return null;
        }
        if (text.length() > LONGEST) {
            errors.add(new FieldError(field, "It has at most %,d characters.".formatted(LONGEST)));
            return null;
        }
        SentencePattern.of(
                text, placeholders, complaint -> errors.add(new FieldError(field, complaint)));
        return text;
    }

    private String date(String field, String sent, boolean required) {
        String text = PlainText.orNull(sent);
        if (text == null) {
            if (required) {
                require(field);
            }
            return null;
        }
        if (!isPatternForDays(text)) {
            errors.add(new FieldError(field, "It is a pattern for a day, such as d MMMM uuuu."));
        }
        return text;
    }

    private static boolean isPatternForDays(String text) {
        try {
            return text.length() <= LONGEST
                    && !DateTimeFormatter.ofPattern(text, Locale.ROOT).format(SOME_DAY).isBlank();
        } catch (IllegalArgumentException | DateTimeException e) {
            return false; // no pattern, or one for times of the day
        }
    }
}
