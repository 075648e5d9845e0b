package galley.messaging;

import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLetterMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DeadLetterMetrics metrics = new DeadLetterMetrics(registry);

    @Test
    void everyGroupHasItsNumberAlsoWhenNothingWaits() {
        metrics.waiting(Set.of("here", "empty"), Map.of("here", 2L, "former", 1L));
        assertThat(waiting("here")).isEqualTo(2);
        assertThat(waiting("empty")).isZero();
        assertThat(waiting("former")).isEqualTo(1);
        metrics.waiting(Set.of("here", "empty"), Map.of());
        assertThat(waiting("here")).isZero();
    }

    private double waiting(String group) {
        return registry.get("galley.dead.letters.waiting").tag("group", group).gauge().value();
    }
}
