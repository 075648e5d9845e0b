package galley.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** The JSON Schemas by name and version, such as {@code article/1.0}; formats are asserted. */
final class Schemas {
    static final Path FOLDER = Path.of("src/main/resources/galley/events/schemas");
    static final String IDS = "https://galley.example/schemas/";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                            SchemaRegistryConfig.builder()
                                                    .formatAssertionsEnabled(true)
                                                    .build())
                                    .schemaIdResolvers(
                                            ids ->
                                                    ids.mapPrefix(
                                                            IDS,
                                                            "classpath:galley/events/schemas/")));

    private Schemas() {}

    static List<Error> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(IDS + schema + ".json")).validate(value);
    }

    /** What a schema that is no file of its own objects to. */
    static List<Error> errors(JsonNode schema, JsonNode value) {
        return REGISTRY.getSchema(schema).validate(value);
    }

    /** Every version of every schema, oldest first. */
    static List<String> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.map(file -> FOLDER.relativize(file).toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted(Comparator.comparing(Schemas::line).thenComparingInt(Schemas::minor))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest version of a line of compatible ones, such as {@code article/1}. */
    static String newest(String line) {
        return all().stream().filter(s -> line(s).equals(line)).toList().getLast();
    }

    static JsonNode content(String schema) {
        try {
            return Wire.JSON.readTree(FOLDER.resolve(schema + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema's name and major version. */
    static String line(String schema) {
        return schema.substring(0, schema.indexOf('.'));
    }

    private static int minor(String schema) {
        return Integer.parseInt(schema.substring(schema.indexOf('.') + 1));
    }
}
