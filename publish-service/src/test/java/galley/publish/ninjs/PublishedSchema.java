package galley.publish.ninjs;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** The schema of what goes out on the public topic. */
public final class PublishedSchema {
    private static final String IDS = "https://galley.example/schemas/";
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

    private PublishedSchema() {}

    /** What is wrong with a document; empty when nothing is. */
    public static List<Error> errors(JsonNode document) {
        return REGISTRY.getSchema(SchemaLocation.of(IDS + "published/1.0.json")).validate(document);
    }
}
