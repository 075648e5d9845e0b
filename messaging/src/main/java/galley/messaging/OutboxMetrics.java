package galley.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;

/** What the outbox shows of itself. */
final class OutboxMetrics {
    private final Map<Lane, Counter> sent = new EnumMap<>(Lane.class);
    private final Timer delay;
    private volatile OutboxBacklog backlog = OutboxBacklog.NONE;

    OutboxMetrics(MeterRegistry registry) {
        for (Lane lane : Lane.values()) {
            sent.put(
                    lane,
                    Counter.builder("galley.outbox.sent")
                            .description("Events that the broker has acknowledged")
                            .tag("lane", lane.name())
                            .register(registry));
            Gauge.builder("galley.outbox.unsent", () -> backlog.unsent().getOrDefault(lane, 0L))
                    .description("Events that wait to be sent")
                    .tag("lane", lane.name())
                    .register(registry);
        }
        Gauge.builder("galley.outbox.parked", () -> backlog.parked())
                .description("Events that the broker refused and that are tried again later")
                .register(registry);
        TimeGauge.builder(
                        "galley.outbox.oldest.unsent.age",
                        () -> backlog.age(Instant.now()).toMillis(),
                        java.util.concurrent.TimeUnit.MILLISECONDS)
                .description("Age of the oldest event that waits to be sent")
                .register(registry);
        delay =
                Timer.builder("galley.outbox.delay")
                        .description("From the writing of an event to the broker's acknowledgement")
                        .publishPercentileHistogram()
                        .register(registry);
    }

    void sent(OutboxRow row) {
        sent.get(row.lane()).increment();
        delay.record(Duration.between(row.createdAt(), Instant.now()));
    }

    OutboxBacklog backlog() {
        return backlog;
    }

    void backlog(OutboxBacklog now) {
        backlog = now;
    }
}
