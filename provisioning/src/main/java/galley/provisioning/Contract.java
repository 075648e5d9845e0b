package galley.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The AsyncAPI 3 document of the events, as it lies on the class path. */
final class Contract {
    private static final String DOCUMENT = "/galley/events/asyncapi.yaml";

    private Contract() {}

    static JsonNode read() {
        try (InputStream document = Contract.class.getResourceAsStream(DOCUMENT)) {
            return new YAMLMapper().readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
