package galley.editorial.template;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import galley.editorial.content.KnownPictures;
import galley.editorial.content.PartialContent;
import galley.editorial.content.PlainText;
import galley.events.Kind;
import galley.kit.html.SafeHtml;
import galley.kit.json.StrictJson;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * A template as somebody sends it.
 *
 * @param name what it is called
 * @param kind of what kind its articles are
 * @param desk whose it is; null for every desk's
 * @param content some of an article's content
 */
record SentTemplate(String name, Kind kind, String desk, JsonNode content) {
    private static final int LONGEST = 200;

    /**
     * Reads a template.
     *
     * @param pictures those that articles can show
     * @throws Problem 400, or 422 that names each field that is wrong
     */
    static SentTemplate read(byte[] body, KnownPictures pictures) {
        JsonNode json = StrictJson.read(body);
        if (json instanceof ObjectNode members) {
            members.remove("id"); // what was read can be sent back
        }
        SentTemplate sent = StrictJson.bind(json, SentTemplate.class);
        String name = PlainText.orNull(sent.name());
        String desk = PlainText.orNull(sent.desk());
        List<FieldError> errors = new ArrayList<>();
        if (name == null) {
            errors.add(new FieldError("name", "It must not be empty."));
        }
        requireShort("name", name, errors);
        requireShort("desk", desk, errors);
        if (sent.kind() == null) {
            errors.add(new FieldError("kind", "A template is of a kind."));
        }
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        JsonNode content =
                sent.content() == null || sent.content().isNull()
                        ? JsonNodeFactory.instance.objectNode()
                        : sent.content();
        return new SentTemplate(
                name,
                sent.kind(),
                desk,
                new PartialContent(SafeHtml::clean, pictures)
                        .read(content, "content", sent.kind()));
    }

    private static void requireShort(String field, String text, List<FieldError> errors) {
        if (text != null && text.length() > LONGEST) {
            errors.add(new FieldError(field, "It has at most %d characters.".formatted(LONGEST)));
        }
    }
}
