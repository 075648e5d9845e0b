package galley.editorial.frontpage;

import java.util.ArrayList;
import java.util.List;

import galley.editorial.content.LanguageTag;
import galley.editorial.content.PlainText;
import galley.events.Section;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads the settings of a section as they are sent. */
final class SectionReader {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final List<FieldError> errors = new ArrayList<>();

    private SectionReader() {}

    /**
     * Reads a body, such as {@code {"name": "Coast", "title": "Along the coast", "description":
     * null, "order": 1, "language": "en-GB", "visible": true}}. Without a title the name is shown;
     * without {@code visible} readers see the section.
     *
     * @param key the key in the address; one in the body is the same
     * @throws Problem 400, or 422 that names each wrong field
     */
    static Section read(String key, byte[] body) {
        Sent sent = StrictJson.bind(StrictJson.read(body), Sent.class);
        return new SectionReader().clean(key, sent);
    }

    private Section clean(String key, Sent sent) {
        if (sent.key() != null && !sent.key().equals(key)) {
            wrong("key", "It is the key in the address.");
        }
        String name = text("name", sent.name(), LONGEST_NAME);
        if (name == null) {
            wrong("name", "It must not be empty.");
        }
        String title = text("title", sent.title(), LONGEST_NAME);
        Section section =
                new Section(
                        name,
                        title == null ? name : title,
                        text("description", sent.description(), LONGEST_DESCRIPTION),
                        sent.order() == null ? 0 : sent.order(),
                        language(sent.language()),
                        !Boolean.FALSE.equals(sent.visible()));
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        return section;
    }

    private String text(String field, String value, int longest) {
        if (value != null && value.length() > longest) {
            wrong(field, "It has at most %,d characters.".formatted(longest));
        }
        return PlainText.orNull(value);
    }

    private String language(String value) {
        if (PlainText.orNull(value) == null) {
            return null;
        }
        String tag = LanguageTag.parse(value).orElse(null);
        if (tag == null) {
            wrong("language", "A language is a tag of BCP 47, such as en-GB.");
        }
        return tag;
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    private record Sent(
            String key,
            String name,
            String title,
            String description,
            Integer order,
            String language,
            Boolean visible) {}
}
