package galley.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Events as they were once sent still read; a sample that was added stays for ever. */
class SamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/galley/events/samples");
    private static final JsonNode HEADERS =
            AsyncApi.DOCUMENT.at("/components/schemas/cloudEventHeaders");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWhatItsVersionOfTheContractSays(Path file) throws IOException {
        JsonNode sample = read(file);
        assertThat(Schemas.errors(schema(file), sample.get("value"))).isEmpty();
        assertThat(Schemas.errors(HEADERS, sample.get("headers"))).isEmpty();
        assertThat(sample.at("/headers/ce_subject")).isEqualTo(sample.get("key"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsIntoTodaysRecordAndIsValidTodayWithNothingLost(Path file) throws IOException {
        JsonNode value = read(file).get("value");
        String type = type(file);
        JsonNode today = Wire.write(Wire.read(value, Wire.types().get(type)));
        assertThat(Schemas.errors(AsyncApi.schemaOf(type), today)).isEmpty();
        assertHolds(today, value, "");
    }

    @Test
    void everyTypeOfEventHasASample() throws IOException {
        assertThat(samples().stream().map(SamplesTest::type).collect(Collectors.toSet()))
                .isEqualTo(Wire.types().keySet());
    }

    @Test
    void everyVersionOfAnEventsSchemaHasASample() throws IOException {
        Set<String> events =
                Wire.types().keySet().stream()
                        .map(type -> Schemas.line(AsyncApi.schemaOf(type)))
                        .collect(Collectors.toSet());
        assertThat(samples().stream().map(SamplesTest::schema).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Schemas.all().stream()
                                .filter(schema -> events.contains(Schemas.line(schema)))
                                .toList());
    }

    @Test
    void everyTypeOfPartAndEveryKindHasASample() throws IOException {
        var parts = new HashSet<String>();
        var kinds = new HashSet<String>();
        for (Path file : samples()) {
            JsonNode article = read(file).at("/value/article");
            article.path("parts").forEach(part -> parts.add(part.get("type").asText()));
            kinds.add(article.path("kind").asText());
        }
        for (JsonSubTypes.Type part : Part.class.getAnnotation(JsonSubTypes.class).value()) {
            assertThat(parts).contains(part.name());
        }
        assertThat(kinds)
                .containsAll(List.of(Wire.read(Wire.write(Kind.values()), String[].class)));
    }

    private static JsonNode read(Path file) {
        try {
            return Wire.JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String type(Path file) {
        return read(file).at("/headers/ce_type").asText();
    }

    private static String schema(Path file) {
        return FOLDER.relativize(file.getParent()).toString();
    }

    /** Today's JSON may say more than the sample, but nothing less and nothing else. */
    private static void assertHolds(JsonNode today, JsonNode sample, String at) {
        if (sample.isObject()) {
            for (Map.Entry<String, JsonNode> field : sample.properties()) {
                String name = at + "/" + field.getKey();
                assertThat(today.has(field.getKey())).as(name).isTrue();
                assertHolds(today.get(field.getKey()), field.getValue(), name);
            }
        } else if (sample.isArray()) {
            assertThat(today.size()).as(at).isEqualTo(sample.size());
            for (int i = 0; i < sample.size(); i++) {
                assertHolds(today.get(i), sample.get(i), at + "/" + i);
            }
        } else {
            assertThat(today).as(at).isEqualTo(sample);
        }
    }
}
