package galley.editorial.content;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.ws.rs.BadRequestException;

import com.fasterxml.jackson.core.JsonProcessingException;
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
     * @throws BadRequestException when it is none
     * @throws galley.kit.problem.Problem 422 for text that can't be stored, and for nulls in lists
     */
    public static JsonNode read(byte[] json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree.isMissingNode()) {
                throw Problems.badRequest("The body is empty.");
            }
            Errors errors = new Errors();
            new TextCheck(errors).visit("", tree);
            errors.throwIfAny();
            return tree;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a record of what was read.
     *
     * @throws BadRequestException when a member is not one of the record's, or of the wrong kind;
     *     its cause tells which, and is answered as a 422 problem
     */
    public static <T> T bind(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new BadRequestException(e);
        }
    }

    /** The JSON that stands for a record. */
    public static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }
}
