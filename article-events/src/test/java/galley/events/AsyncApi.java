package galley.events;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI document of the contract. */
final class AsyncApi {
    static final JsonNode DOCUMENT = load();

    private AsyncApi() {}

    /** The node itself, or what it refers to within the document; missing where that is not. */
    static JsonNode follow(JsonNode node) {
        JsonNode found = node;
        while (found.path("$ref").asText().startsWith("#/")) {
            found = DOCUMENT.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    /** The messages by their name, which is the CloudEvents type. */
    static Map<String, JsonNode> messages() {
        return DOCUMENT.at("/components/messages").properties().stream()
                .map(Map.Entry::getValue)
                .collect(Collectors.toMap(m -> m.path("name").asText(), m -> m));
    }

    /** The schema of an event's value, such as {@code lifecycle/1.0}. */
    static String schemaOf(String type) {
        JsonNode message = messages().get(type);
        if (message == null) {
            throw new AssertionError("asyncapi.yaml has no message named " + type);
        }
        JsonNode payload = follow(message.path("payload"));
        String ref = payload.at("/schema/$ref").asText();
        return ref.replaceFirst("^\\./schemas/(.+)\\.json$", "$1");
    }

    private static JsonNode load() {
        try {
            return new YAMLMapper()
                    .readTree(new File("src/main/resources/galley/events/asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
