package galley.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/**
 * Sends what one database's outbox holds: kills by a thread, a connection and a producer of their
 * own, and the rest by another. In a service it runs by itself; a program without a container makes
 * its own.
 */
public final class OutboxRelay implements AutoCloseable {
    /** First keys of the advisory locks; any numbers that nothing else in the database uses. */
    static final int KILL_LOCKS = 0x6a11e7;

    static final int LOCKS = KILL_LOCKS + 1;

    /**
     * Twice this and the producers' own time must fit into what a service has for its end: 10 s.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Relay kills;
    private final Relay rest;
    private final List<Thread> threads;

    /**
     * @param connections gives new connections, each of a session of its own
     * @param kafka how to reach the broker, as Kafka's clients want it
     */
    public OutboxRelay(
            DataSource connections,
            Map<String, Object> kafka,
            OutboxConfig config,
            MeterRegistry registry,
            OpenTelemetry openTelemetry) {
        this(
                connections,
                kafka,
                config,
                new OutboxMetrics(registry),
                SubjectConfig.SPAN_ATTRIBUTE,
                openTelemetry.getTracer("galley.messaging"));
    }

    /**
     * @param keyAttribute of spans, which has the event's key
     */
    OutboxRelay(
            DataSource connections,
            Map<String, Object> kafka,
            OutboxConfig config,
            OutboxMetrics metrics,
            String keyAttribute,
            Tracer tracer) {
        kills =
                new Relay(
                        connections,
                        KILL_LOCKS,
                        List.of(new Tier(Lane.KILL, config.bulkBatchSize())),
                        new Sender(kafka, "galley-outbox-kill", keyAttribute, tracer),
                        config,
                        metrics);
        rest =
                new Relay(
                        connections,
                        LOCKS,
                        List.of(
                                new Tier(Lane.LIVE, config.batchSize()),
                                new Tier(Lane.BULK, config.bulkBatchSize())),
                        new Sender(kafka, "galley-outbox", keyAttribute, tracer),
                        config,
                        metrics);
        threads =
                List.of(
                        Thread.ofPlatform().name("galley-outbox-kill").daemon().unstarted(kills),
                        Thread.ofPlatform().name("galley-outbox").daemon().unstarted(rest));
    }

    /** Begins to send. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /**
     * Says that an event has been committed, so that it leaves now and not at the next poll.
     *
     * @param key the event's
     */
    public void wake(Lane lane, String key) {
        (lane == Lane.KILL ? kills : rest).wake(OutboxRow.bucket(key));
    }

    /** Whether a part of it has ended, closed or not: nothing but a new one sends its events. */
    boolean hasEnded() {
        return threads.stream().anyMatch(thread -> thread.getState() == Thread.State.TERMINATED);
    }

    /** Ends after the batch under way, or gives that up when the broker does not answer. */
    @Override
    public void close() {
        kills.stop();
        rest.stop();
        try {
            for (Thread thread : threads) {
                if (!thread.join(PATIENCE)) {
                    thread.interrupt();
                }
            }
            for (Thread thread : threads) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
