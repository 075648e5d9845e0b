package galley.kit.trace;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import galley.localstack.Ports;

/** Names a collector where none is. */
public final class ClosedPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + Ports.free());
    }

    @Override
    public void stop() {}
}
