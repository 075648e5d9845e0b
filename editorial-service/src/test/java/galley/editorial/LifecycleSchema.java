package galley.editorial;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** The contract's schema of what the service tells. */
public final class LifecycleSchema {
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

    private LifecycleSchema() {}

    /** What is wrong with an event's value; empty when nothing is. */
    public static List<Error> errors(JsonNode event) {
        return REGISTRY.getSchema(SchemaLocation.of(IDS + "lifecycle/1.0.json")).validate(event);
    }
}
