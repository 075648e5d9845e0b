package galley.editorial.history;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON that is the same text wherever it is written, as RFC 8785 has it: names sorted by their
 * UTF-16 units, no white space, only what must be escaped is. Numbers are decimal fractions without
 * needless zeros, and never have an exponent; RFC 8785 gives those of 21 digits and more one, and
 * those below a millionth.
 */
final class CanonicalJson {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private CanonicalJson() {}

    /** Reads what the database keeps; null for null. */
    static JsonNode read(String json) {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps something that is no JSON", e);
        }
    }

    /** The JSON that stands for a value; null for null. */
    static JsonNode treeOf(Map<String, Object> value) {
        return value == null ? null : JSON.valueToTree(value);
    }

    /** The value as maps, lists, texts and numbers, ready to be written. */
    static Object sorted(JsonNode value) {
        if (value == null) {
            return null;
        }
        return switch (value.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> members = new TreeMap<>();
                value.properties().forEach(it -> members.put(it.getKey(), sorted(it.getValue())));
                yield members;
            }
            case ARRAY -> value.valueStream().map(CanonicalJson::sorted).toList();
            case NUMBER -> value.decimalValue().stripTrailingZeros();
            case BOOLEAN -> value.booleanValue();
            case STRING -> value.textValue();
            default -> null;
        };
    }

    /** Writes what is sorted already. */
    static String write(Object sorted) {
        try {
            return JSON.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry that can't be written as JSON", e);
        }
    }
}
