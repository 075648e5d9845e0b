package galley.publish.ready;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.quarkus.micrometer.runtime.binder.HttpCommonTags;

/** Counts what is given on a connection with the answers of its kind that the platform gives. */
@ApplicationScoped
class ReadyMetrics {
    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    ReadyMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    private record Kind(String template, int status) {}

    /**
     * Counts an answer to a GET.
     *
     * @param template of the address that was asked for
     * @param nanos how long it took
     */
    void count(String template, int status, long nanos) {
        timers.computeIfAbsent(new Kind(template, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return meters.timer(
                "http.server.requests",
                List.of(
                        Tag.of("method", "GET"),
                        Tag.of("uri", kind.template()),
                        HttpCommonTags.outcome(kind.status()),
                        HttpCommonTags.status(kind.status())));
    }
}
