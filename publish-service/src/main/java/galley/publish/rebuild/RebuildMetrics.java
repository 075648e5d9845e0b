package galley.publish.rebuild;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How the rebuild that this process works on gets on. */
@ApplicationScoped
class RebuildMetrics {
    private final AtomicLong left = new AtomicLong();
    private final Counter read;
    private final Timer switches;

    RebuildMetrics(MeterRegistry meters) {
        Gauge.builder("galley.publish.rebuild.left", left, AtomicLong::get)
                .description("Events that the rebuild of this process has not read yet")
                .register(meters);
        this.read =
                Counter.builder("galley.publish.rebuild.events")
                        .description("Events that rebuilds have read here")
                        .register(meters);
        this.switches =
                Timer.builder("galley.publish.rebuild.switch")
                        .description("How long writers had to wait for a switch of editions")
                        .register(meters);
    }

    void left(long events) {
        left.set(events);
    }

    void read(int events) {
        read.increment(events);
    }

    void switched(Duration taken) {
        switches.record(taken);
    }
}
