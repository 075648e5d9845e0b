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

    private record Kind(String uri, int status) {}

    /**
     * Counts an answer to a GET.
     *
     * @param template of the address that was asked for
     * @param address that was asked for, with its query
     * @param nanos how long it took
     */
    void count(String template, String address, int status, long nanos) {
        int query = address.indexOf('?');
        var path = query < 0 ? address : address.substring(0, query);
        var uri = HttpCommonTags.uri(template, path, status, false).getValue();
        timers.computeIfAbsent(new Kind(uri, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return meters.timer(
                "http.server.requests",
                List.of(
                        Tag.of("method", "GET"),
                        Tag.of("uri", kind.uri()),
                        HttpCommonTags.outcome(kind.status()),
                        HttpCommonTags.status(kind.status())));
    }
}
