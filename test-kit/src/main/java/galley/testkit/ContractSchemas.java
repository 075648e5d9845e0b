package galley.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;

/** Holds what a service tells against the contract's schemas (JSON Schema 2020-12). */
public final class ContractSchemas {
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

    private ContractSchemas() {}

    /**
     * What is wrong with an event's value; empty when nothing is.
     *
     * @param schema its place below the schemas' folder, such as {@code lifecycle/1.0.json}
     */
    public static List<Error> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(IDS + schema)).validate(value);
    }
}
