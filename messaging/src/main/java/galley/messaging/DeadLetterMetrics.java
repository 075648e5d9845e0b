package galley.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

/** How many letters wait, for each consumer group. */
final class DeadLetterMetrics {
    private final MultiGauge waiting;

    DeadLetterMetrics(MeterRegistry registry) {
        waiting =
                MultiGauge.builder("galley.dead.letters.waiting")
                        .description("Events that could not be handled and wait for a decision")
                        .register(registry);
    }

    /**
     * Takes the present counts.
     *
     * @param groups the service's groups; those without a letter have zero
     * @param counts by group; a group that is no longer the service's may be among them
     */
    void waiting(Set<String> groups, Map<String, Long> counts) {
        Map<String, Long> all = new HashMap<>();
        groups.forEach(group -> all.put(group, 0L));
        all.putAll(counts);
        waiting.register(
                all.entrySet().stream()
                        .<MultiGauge.Row<?>>map(
                                count ->
                                        MultiGauge.Row.of(
                                                Tags.of("group", count.getKey()), count.getValue()))
                        .toList(),
                true);
    }
}
