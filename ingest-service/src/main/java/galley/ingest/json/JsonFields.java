package galley.ingest.json;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import galley.ingest.format.FeedDate;
import galley.ingest.format.PlainText;

/** Reads members of JSON objects that may be missing, or be something else than they should. */
public final class JsonFields {
    private JsonFields() {}

    /** The first of these members that holds text, without white space around it; or null. */
    public static String text(JsonNode object, String... names) {
        return Stream.of(names)
                .map(name -> object.path(name))
                .filter(JsonNode::isTextual)
                .map(member -> member.asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The first of these members that is a time, or null. */
    public static Instant time(JsonNode object, String... names) {
        return Stream.of(names)
                .map(name -> FeedDate.parse(text(object, name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether a member says {@code true}. */
    public static boolean isTrue(JsonNode object, String name) {
        return "true".equals(text(object, name));
    }

    /** What is in a list; nothing when it is none. */
    public static List<JsonNode> elements(JsonNode list) {
        return list.isArray()
                ? StreamSupport.stream(list.spliterator(), false).toList()
                : List.of();
    }

    /** The texts in a list as lines; a text that stands where a list should is the only one. */
    public static List<String> lines(JsonNode list) {
        return (list.isTextual() ? Stream.of(list) : elements(list).stream())
                .filter(JsonNode::isTextual)
                .map(text -> PlainText.line(text.asText()))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
