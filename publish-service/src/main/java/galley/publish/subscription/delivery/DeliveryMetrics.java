package galley.publish.subscription.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What operators watch the sending by. */
@ApplicationScoped
class DeliveryMetrics {
    private final Counter taken;
    private final Counter refused;
    private final Counter givenUp;
    private final Counter disabled;
    private final Timer delay;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();

    DeliveryMetrics(MeterRegistry meters) {
        taken = attempts(meters, "taken");
        refused = attempts(meters, "refused");
        givenUp =
                Counter.builder("galley.subscriptions.given.up")
                        .description("Events that were tried for too long")
                        .register(meters);
        disabled =
                Counter.builder("galley.subscriptions.disabled")
                        .description("Subscriptions that were disabled as they failed")
                        .register(meters);
        delay =
                Timer.builder("galley.subscriptions.delay")
                        .description("From the announcement to the subscriber's confirmation")
                        .publishPercentileHistogram()
                        .register(meters);
        Gauge.builder("galley.subscriptions.waiting", waiting, AtomicLong::get)
                .description("Events that wait for active subscribers")
                .register(meters);
        Gauge.builder("galley.subscriptions.oldest.waiting.age", oldestSeconds, AtomicLong::get)
                .baseUnit("seconds")
                .description("The age of the oldest event that waits for an active subscriber")
                .register(meters);
    }

    private static Counter attempts(MeterRegistry meters, String outcome) {
        return Counter.builder("galley.subscriptions.attempts")
                .description("Attempts to send an event to a subscriber")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** An attempt is over, so long after the announcement. */
    void ended(DeliveryState state, Outcome outcome, Duration sinceAnnounced) {
        (outcome.isTaken() ? taken : refused).increment();
        if (state == DeliveryState.DELIVERED) {
            delay.record(sinceAnnounced);
        } else if (state == DeliveryState.FAILED) {
            givenUp.increment();
        }
    }

    /** A subscription was disabled. */
    void disabled() {
        disabled.increment();
    }

    /** How much waits now. */
    void waiting(long events, Duration oldest) {
        waiting.set(events);
        oldestSeconds.set(oldest.toSeconds());
    }
}
