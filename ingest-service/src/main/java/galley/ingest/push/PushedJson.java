package galley.ingest.push;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import galley.ingest.format.ReadItem;
import galley.ingest.format.Sha256;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Reads a pushed article strictly: whoever sends one wants to know what is not understood. */
final class PushedJson {
    /** More than an article has; a tree takes up to a hundred bytes of memory for each. */
    private static final int MAX_TOKENS = 300_000;

    private static final ObjectMapper JSON =
            JsonMapper.builder(
                            new JsonFactoryBuilder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxTokenCount(MAX_TOKENS)
                                                    .build())
                                    .build())
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();
    private static final Set<String> FIELDS =
            Arrays.stream(PushedArticle.class.getRecordComponents())
                    .map(component -> component.getName())
                    .collect(Collectors.toUnmodifiableSet());

    private PushedJson() {}

    /**
     * Reads the body of a push.
     *
     * @throws Problem 400 when it is no JSON, 422 that names what is unknown or wrong
     */
    static ReadItem read(byte[] body) {
        try {
            return article(body);
        } catch (JsonProcessingException e) {
            throw Problems.unreadable(e);
        }
    }

    private static ReadItem article(byte[] body) throws JsonProcessingException {
        var tree = tree(body);
        var unknown = new TreeSet<String>();
        tree.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw Problems.unprocessable(unknown.stream().map(PushedJson::unknown).toList());
        }
        var article = JSON.treeToValue(tree, PushedArticle.class);
        return PushedContent.of(article).toItem(Sha256.of(inOneOrder(tree)));
    }

    private static JsonNode tree(byte[] body) throws JsonProcessingException {
        try {
            var tree = JSON.readTree(body);
            if (!tree.isObject()) {
                throw Problems.unprocessable("", "An article is a JSON object.");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw Problems.badRequest("The body can't be read: " + e.getMessage());
        }
    }

    private static FieldError unknown(String field) {
        return new FieldError(field, "There is no field named " + field + ".");
    }

    /** The same fields in another order are the same article. */
    private static String inOneOrder(JsonNode tree) throws JsonProcessingException {
        return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class));
    }

    /** A list without nulls, which are nobody's keyword. */
    static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
