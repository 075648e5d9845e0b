package galley.editorial.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import galley.events.Dateline;
import galley.events.Part;
import galley.events.Related;
import galley.events.Rights;
import galley.events.Subject;
import galley.events.TeaserBreak;
import galley.kit.json.Errors;

/** The rules for single fields: each method cleans a value and notes what is wrong with it. */
final class Fields {
    private static final int MAX_HEADLINE = 1_000;
    private static final int MAX_RELATED = 20;

    private final Errors errors;

    Fields(Errors errors) {
        this.errors = errors;
    }

    Errors errors() {
        return errors;
    }

    String headline(String field, String value) {
        String text = required(field, value);
        if (text != null && text.length() > MAX_HEADLINE) {
            errors.add(field, "It has at most %,d characters.".formatted(MAX_HEADLINE));
        }
        return text;
    }

    String required(String field, String value) {
        String text = PlainText.orNull(value);
        if (text == null) {
            errors.add(field, "It must not be empty.");
        }
        return text;
    }

    String language(String field, String value) {
        return parsed(
                field, value, LanguageTag::parse, "A language is a tag of BCP 47, such as en-GB.");
    }

    String address(String field, String value) {
        return parsed(
                field,
                value,
                WebAddress::parse,
                "An address is absolute and begins with http or https.");
    }

    private String parsed(
            String field,
            String value,
            Function<String, Optional<String>> parser,
            String complaint) {
        String text = PlainText.orNull(value);
        if (text == null) {
            return null;
        }
        Optional<String> parsed = parser.apply(text);
        if (parsed.isEmpty()) {
            errors.add(field, complaint);
        }
        return parsed.orElse(null);
    }

    Instant time(String field, Instant value) {
        if (value == null) {
            return null;
        }
        if (!Times.isWritable(value)) {
            errors.add(field, "A year has four digits.");
        }
        return Times.asStored(value);
    }

    /** One that says nothing is none. */
    static Rights rights(Rights sent) {
        if (sent == null) {
            return null;
        }
        Rights clean =
                new Rights(
                        PlainText.orNull(sent.usageTerms()),
                        PlainText.orNull(sent.copyrightHolder()),
                        PlainText.orNull(sent.copyrightNotice()));
        return clean.equals(new Rights(null, null, null)) ? null : clean;
    }

    /** One that says nothing is none. */
    static Dateline dateline(Dateline sent) {
        if (sent == null) {
            return null;
        }
        Dateline clean =
                new Dateline(
                        PlainText.orNull(sent.place()),
                        sent.date(),
                        PlainText.orNull(sent.agency()),
                        PlainText.orNull(sent.text()));
        return clean.equals(new Dateline(null, null, null, null)) ? null : clean;
    }

    /** Keeps the first of equal entries. */
    List<String> words(String field, List<String> values) {
        Set<String> clean = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            clean.add(required(field + "[" + i + "]", values.get(i)));
        }
        clean.remove(null);
        return List.copyOf(clean);
    }

    List<Subject> subjects(String field, List<Subject> values) {
        List<Subject> clean = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Subject subject = values.get(i);
            if (PlainText.orNull(subject.code()) == null
                    && PlainText.orNull(subject.name()) == null) {
                errors.add(field + "[" + i + "]", "A subject has a code or a name.");
            }
            clean.add(subject);
        }
        return clean;
    }

    List<Related> related(String field, List<Related> values) {
        if (values.size() > MAX_RELATED) {
            errors.add(field, "There are at most %d.".formatted(MAX_RELATED));
        }
        List<Related> clean = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String at = field + "[" + i + "]";
            Related it = values.get(i);
            String title = headline(at + ".title", it.title());
            String url = address(at + ".url", it.url());
            if ((PlainText.orNull(it.url()) == null) == (it.article() == null)) {
                errors.add(at, "It has either a url or an article.");
            }
            clean.add(new Related(title, url, it.article()));
        }
        return clean.stream().distinct().toList();
    }

    void teaserBreak(String field, TeaserBreak value, List<Part> parts) {
        if (value == null) {
            return;
        }
        Optional<Part> part = TeaserBreaks.partOf(value, parts);
        if (part.isEmpty()) {
            errors.add(field + ".part", "No part has this id.");
        }
        if (value.block() < 0) {
            errors.add(field + ".block", "It counts the blocks from 0.");
        }
        part.map(TeaserBreaks::blocks)
                .filter(blocks -> blocks < value.block())
                .ifPresent(
                        blocks ->
                                errors.add(
                                        field + ".block",
                                        "The part has %,d blocks.".formatted(blocks)));
    }
}
