package galley.events;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A version of a schema that was published never changes; README.md says how to add one. */
class SchemaLockTest {
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    @Test
    void everySchemaIsAsItWasPublished() throws Exception {
        assertThat(differences(locked(), present())).isEmpty();
    }

    @Test
    void aChangedAMissingAndANewSchemaAreFound() throws Exception {
        ObjectNode schema = (ObjectNode) Schemas.content("lifecycle/1.0");
        String published = hash(schema);
        schema.put("title", "Something else");

        assertThat(
                        differences(
                                Map.of("kept/1.0", "a", "changed/1.0", published, "gone/1.0", "c"),
                                Map.of(
                                        "kept/1.0",
                                        "a",
                                        "changed/1.0",
                                        hash(schema),
                                        "new/1.0",
                                        "d")))
                .containsExactly(
                        "changed/1.0 was published and must not change: add a version instead",
                        "gone/1.0 was published and must stay",
                        "new/1.0 has no line in schemas.lock; it would be: new/1.0 d");
    }

    @Test
    void layoutAndOrderOfFieldsDoNotMatter() throws Exception {
        assertThat(hash(Wire.JSON.readTree("{ \"b\": 1,\n \"a\": {\"d\": [], \"c\": null} }")))
                .isEqualTo(hash(Wire.JSON.readTree("{\"a\":{\"c\":null,\"d\":[]},\"b\":1}")));
    }

    @Test
    void everySchemaIsNamedAfterItsPlace() {
        assertThat(Schemas.all())
                .allSatisfy(
                        schema -> {
                            assertThat(schema).matches("[a-z-]+/[0-9]+\\.[0-9]+");
                            assertThat(Schemas.content(schema).get("$id").asText())
                                    .isEqualTo(Schemas.IDS + schema + ".json");
                        });
    }

    private static List<String> differences(
            Map<String, String> locked, Map<String, String> present) {
        var differences = new ArrayList<String>();
        var all = new TreeSet<>(locked.keySet());
        all.addAll(present.keySet());
        for (String schema : all) {
            String hash = present.get(schema);
            if (hash == null) {
                differences.add(schema + " was published and must stay");
            } else if (!locked.containsKey(schema)) {
                differences.add(
                        "%1$s has no line in schemas.lock; it would be: %1$s %2$s"
                                .formatted(schema, hash));
            } else if (!hash.equals(locked.get(schema))) {
                differences.add(
                        schema + " was published and must not change: add a version instead");
            }
        }
        return differences;
    }

    private static Map<String, String> locked() throws IOException {
        var locked = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Schemas.FOLDER.resolve("schemas.lock"))) {
            String[] words = line.split(" ", 2);
            locked.put(words[0], words[1]);
        }
        return locked;
    }

    private static Map<String, String> present() throws Exception {
        var present = new TreeMap<String, String>();
        for (String schema : Schemas.all()) {
            present.put(schema, hash(Schemas.content(schema)));
        }
        return present;
    }

    /** SHA-256 of the JSON with sorted fields and no white space, in lower-case hexadecimal. */
    private static String hash(JsonNode json)
            throws JsonProcessingException, NoSuchAlgorithmException {
        byte[] canonical = CANONICAL.writeValueAsBytes(CANONICAL.treeToValue(json, Object.class));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    }
}
