package galley.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Reads and writes events as the services do. */
final class Wire {
    static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Wire() {}

    static JsonNode write(Object value) {
        try {
            return JSON.readTree(JSON.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(JsonNode value, Class<T> type) {
        try {
            return JSON.treeToValue(value, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every CloudEvents type that is sent, with the record that its value is read into. */
    static Map<String, Class<?>> types() {
        var types = new HashMap<String, Class<?>>();
        types.put(ArticleIngested.TYPE, ArticleIngested.class);
        types.put(SourceRightsChanged.TYPE, SourceRightsChanged.class);
        types.putAll(LifecycleEvent.TYPES);
        types.putAll(DeliveryEvent.TYPES);
        types.put(Ninjs.PUBLISHED_TYPE, Ninjs.class);
        types.put(Ninjs.CANCELED_TYPE, Ninjs.class);
        types.put(PageArranged.TYPE, PageArranged.class);
        return types;
    }

    /** The schema of what {@link #write} makes of the event. */
    static String schemaOf(Object event) {
        return types().entrySet().stream()
                .filter(type -> type.getValue() == event.getClass())
                .map(type -> AsyncApi.schemaOf(type.getKey()))
                .findAny()
                .orElseThrow(() -> new AssertionError("No family knows the type of " + event));
    }

    static Set<Class<?>> permitted(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }
}
