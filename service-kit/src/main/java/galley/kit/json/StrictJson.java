package galley.kit.json;

import java.io.IOException;
import java.util.Optional;

import jakarta.ws.rs.BadRequestException;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import galley.kit.problem.Problems;

/**
 * Reads what people send and takes nothing for something else: no unknown or doubled members, no
 * number where text belongs. A body that is no JSON is answered 400, one of the wrong shape 422.
 */
public final class StrictJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private StrictJson() {}

    /**
     * Reads any JSON.
     *
     * @param json the bytes, or null for none
     * @throws BadRequestException when it is none
     * @throws galley.kit.problem.Problem 422 for text that can't be stored, and for nulls in lists
     */
    public static JsonNode read(byte[] json) {
        JsonNode tree = parse(json == null ? new byte[0] : json);
        if (tree.isMissingNode()) {
            throw Problems.badRequest("The body is empty.");
        }
        Errors errors = new Errors();
        new TextCheck(errors).visit("", tree);
        errors.throwIfAny();
        return tree;
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            // bytes that are no text of any encoding are no JSON either
            throw new BadRequestException(e);
        }
    }

    /**
     * Makes a record of what was read.
     *
     * @throws galley.kit.problem.Problem 422 that names every member that is not one of the
     *     record's, or of the wrong kind
     */
    public static <T> T bind(JsonNode json, Class<T> type) {
        Errors errors = new Errors();
        Optional<T> bound = bind(json, type, errors);
        errors.throwIfAny();
        return bound.orElseThrow();
    }

    /**
     * Makes a record of a member of what was read.
     *
     * @param path where the member stands, for the names of fields
     * @throws galley.kit.problem.Problem 422 like that of the whole
     */
    public static <T> T bind(JsonNode json, Class<T> type, String path) {
        Errors errors = new Errors();
        Optional<T> bound = bind(json, type, errors);
        errors.throwIfAny(path);
        return bound.orElseThrow();
    }

    /** Makes a record of what was read; notes what has no place in it, and is empty then. */
    public static <T> Optional<T> bind(JsonNode json, Class<T> type, Errors errors) {
        return new Binding(MAPPER, errors).bind(json, type);
    }

    /** The JSON that stands for a record. */
    public static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }
}
