package galley.publish.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Shutdown;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import galley.events.Topics;
import galley.messaging.Fault;
import galley.messaging.LogReader;
import galley.messaging.LogRecord;

/**
 * Makes a new edition, from where the last process stopped to the switch: reads the log to its end,
 * compares, reads what has come meanwhile, and switches.
 */
@ApplicationScoped
class RebuildRun {
    private static final Logger LOG = Logger.getLogger(RebuildRun.class);
    private static final int BATCH = 100;
    private static final Duration WAIT = Duration.ofMillis(200);

    /** How often it is looked how far the log goes by now. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** How long it may take to read the last records while everybody waits, and how many. */
    private static final long LAST_RECORDS_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final int LAST_RECORDS = 1_000;

    private static final int SWITCH_SECONDS = 600;

    private final Rebuilds rebuilds;
    private final Staging staging;
    private final NewEdition edition;
    private final Comparison comparison;
    private final EditionSwitch editionSwitch;
    private final RebuildMetrics metrics;
    private final RebuildConfig config;
    private final Map<String, Object> kafka;
    private final CountDownLatch stopping = new CountDownLatch(1);

    RebuildRun(
            Rebuilds rebuilds,
            Staging staging,
            NewEdition edition,
            Comparison comparison,
            EditionSwitch editionSwitch,
            RebuildMetrics metrics,
            RebuildConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.rebuilds = rebuilds;
        this.staging = staging;
        this.edition = edition;
        this.comparison = comparison;
        this.editionSwitch = editionSwitch;
        this.metrics = metrics;
        this.config = config;
        this.kafka = kafka;
    }

    /** Lets a rebuild that is under way here be; another process goes on with it. */
    @Shutdown
    void stop() {
        stopping.countDown();
    }

    /**
     * Works on a rebuild that this process holds, until it is over or the program ends.
     *
     * @throws NotOursException when somebody else has it now, or it was canceled
     * @throws RuntimeException when something is in the way that may go away
     */
    void run(UUID id) throws InterruptedException {
        try (var log = new LogReader(kafka, BATCH)) {
            if (!isBegun(id, log)) {
                return;
            }
            log.readFrom(rebuilds.get(id).positions);
            boolean finished = false;
            while (!finished && isGoingOn()) {
                readToTheEnd(id, log);
                compare(id);
                readToTheEnd(id, log);
                finished = isGoingOn() && isSwitched(id, log);
            }
        } finally {
            metrics.left(0);
        }
    }

    private boolean isGoingOn() {
        return stopping.getCount() > 0;
    }

    /** Begins where nobody has, or has under another schema of the database. */
    private boolean isBegun(UUID id, LogReader log) {
        var lifecycle = log.partitions(Topics.LIFECYCLE);
        var lost = log.starts(lifecycle).entrySet().stream().filter(it -> it.getValue() > 0);
        var reason =
                lost.findAny()
                        .map(
                                it ->
                                        "The log is not whole: %s begins at offset %d."
                                                .formatted(it.getKey(), it.getValue()));
        if (reason.isPresent()) {
            LOG.errorf("Rebuild %s failed. %s", id, reason.get());
            inTransaction(
                    id,
                    () -> {
                        rebuilds.fail(id, reason.get());
                        staging.drop();
                    });
            return false;
        }
        var places = places(log, lifecycle);
        inTransaction(
                id,
                () -> {
                    if (!rebuilds.get(id).hasBegun() || !staging.isUpToDate()) {
                        staging.make();
                        rebuilds.begin(id, places);
                        LOG.infof("Rebuild %s begins", id);
                    } else {
                        LOG.infof("Rebuild %s goes on", id);
                    }
                });
        return true;
    }

    /** The log and the pages from their start, kills from now on: the log has the older ones. */
    private static Map<TopicPartition, Long> places(LogReader log, List<TopicPartition> lifecycle) {
        Map<TopicPartition, Long> places = new HashMap<>(log.starts(lifecycle));
        places.putAll(log.starts(log.partitions(Topics.FRONT_PAGE)));
        places.putAll(log.ends(log.partitions(Topics.KILL)));
        return places;
    }

    private void readToTheEnd(UUID id, LogReader log) throws InterruptedException {
        long looked = System.nanoTime() - LOOK_NANOS;
        Map<TopicPartition, Long> ends = Map.of();
        boolean more = true;
        while (more && isGoingOn()) {
            if (System.nanoTime() - looked >= LOOK_NANOS) {
                ends = log.ends(log.positions().keySet());
                rebuilds.ends(id, ends);
                looked = System.nanoTime();
            }
            readSome(id, log);
            long left = left(log.positions(), ends);
            metrics.left(left);
            more = left > 0;
        }
    }

    private void readSome(UUID id, LogReader log) throws InterruptedException {
        long began = System.nanoTime();
        var records = log.next(WAIT);
        if (!records.isEmpty()) {
            edition.write(id, records, log.positions());
            metrics.read(records.size());
            long due = began + records.size() * 1_000_000_000L / config.eventsPerSecond();
            // ends at once when the program does
            boolean _ = stopping.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void compare(UUID id) {
        boolean more = true;
        while (more && isGoingOn()) {
            more =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        rebuilds.hold(id);
                                        return comparison.next(rebuilds.get(id));
                                    });
        }
    }

    /** Others write all the time: where they would have to wait for long, it is tried again. */
    private boolean isSwitched(UUID id, LogReader log) throws InterruptedException {
        var resume = log.positions();
        long began = System.nanoTime();
        try {
            var counts =
                    QuarkusTransaction.requiringNew()
                            .timeout(SWITCH_SECONDS)
                            .call(() -> switchNow(id, log));
            metrics.switched(Duration.ofNanos(System.nanoTime() - began));
            LOG.infof("Rebuild %s is served: %s", id, counts);
            return true;
        } catch (NotOursException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Fault.of(e) == Fault.UNKNOWN && !(e.getCause() instanceof TooLateException)) {
                throw e;
            }
            LOG.debugf(e, "Rebuild %s can't be served yet", id);
            log.readFrom(resume);
            boolean _ = stopping.await(1, TimeUnit.SECONDS);
            return false;
        }
    }

    private SwitchCounts switchNow(UUID id, LogReader log) throws Exception {
        rebuilds.hold(id);
        editionSwitch.lock();
        var rest = new ArrayList<LogRecord>();
        var ends = log.ends(log.positions().keySet());
        long deadline = System.nanoTime() + LAST_RECORDS_NANOS;
        while (left(log.positions(), ends) > 0) {
            if (rest.size() > LAST_RECORDS || System.nanoTime() > deadline) {
                throw new TooLateException();
            }
            rest.addAll(log.next(WAIT));
        }
        edition.apply(rest);
        rebuilds.advance(id, log.positions(), rest.size());
        rebuilds.ends(id, ends);
        var counts = editionSwitch.take(rebuilds.get(id));
        rebuilds.finish(id, counts);
        staging.drop();
        return counts;
    }

    private static long left(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.get(end.getKey())))
                .sum();
    }

    private void inTransaction(UUID id, Runnable work) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            rebuilds.hold(id);
                            work.run();
                        });
    }

    /** More came than can be read while everybody waits. */
    private static final class TooLateException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
