package galley.kit.trace;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** As a service is: with the platform's exporter. */
public final class Exporting implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.otel.traces.exporter", "cdi", "quarkus.otel.bsp.schedule.delay", "100ms");
    }
}
