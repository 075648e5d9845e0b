package galley.benchmarks.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Every event of a session, written and arrived. Proves that each arrives once, as it was written,
 * and that the events of a key arrive in the order of their revisions, from 1 on without a gap.
 */
final class Ledger {
    private final Map<String, Journey> journeys = new ConcurrentHashMap<>();
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    // Only the consumer's thread knows these.
    private final Map<String, Long> revisions = new HashMap<>();
    private volatile String problem;

    /** To be called before the commit, as an event may arrive before that has returned. */
    void written(String id, Journey journey) {
        journeys.put(id, journey);
        written.incrementAndGet();
    }

    void arrived(ConsumerRecord<String, byte[]> event, long time) {
        String id = header(event, "ce_id");
        Journey journey = journeys.get(id);
        String fault = journey == null ? "was never written" : fault(event, journey);
        if (fault != null) {
            fail("The event %s of %s %s".formatted(id, event.key(), fault));
            return;
        }
        revisions.put(journey.key, journey.revision);
        journey.arrived = time;
        arrived.incrementAndGet();
    }

    /** How many events have not arrived yet. */
    int underWay() {
        return written.get() - arrived.get();
    }

    /**
     * Waits until every event has arrived.
     *
     * @throws IllegalStateException when one arrived that should not have, or one did not
     */
    void awaitAll(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (underWay() > 0 && problem == null && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        check();
        if (underWay() > 0) {
            throw new IllegalStateException(underWay() + " events did not arrive");
        }
    }

    /** Fails when an event has arrived that should not have. */
    void check() {
        if (problem != null) {
            throw new IllegalStateException(problem);
        }
    }

    /** Lets the session fail. */
    void fail(String what) {
        problem = what;
    }

    private String fault(ConsumerRecord<String, byte[]> event, Journey journey) {
        if (journey.arrived != 0) {
            return "arrived twice";
        }
        long expected = revisions.getOrDefault(journey.key, 0L) + 1;
        if (journey.revision != expected) {
            return "has revision %d; %d was due".formatted(journey.revision, expected);
        }
        boolean same =
                journey.key.equals(event.key())
                        && journey.key.equals(header(event, "ce_subject"))
                        && journey.revision == Long.parseLong(header(event, "ce_sequence"))
                        && Writer.TYPE.equals(header(event, "ce_type"))
                        && Writer.SOURCE.equals(header(event, "ce_source"))
                        && Payload.matches(event.value(), journey.key, journey.revision);
        return same ? null : "is not what was written";
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
