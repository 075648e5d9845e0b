package galley.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends what waits in some lanes of the outbox; any number of them may run over one database.
 *
 * <p>A relay sends only from buckets whose lock it holds, never more than the first unsent row of a
 * topic and key at a time, and takes the next one after the broker has acknowledged it. So the
 * order of a key holds whatever fails, and what fails holds up nothing but its own key.
 */
final class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** A commit on one replica may have to wait for a lock that another is about to give back. */
    private static final long CONTENDED_MILLIS = 5;

    /** Where something was committed while a few were sent, more will be: they go together. */
    private static final long GATHERING_MILLIS = 15;

    private static final int FEW = 20;

    /** Under steady load a relay never runs dry: it gives its locks back now and then. */
    private static final long HOLD_NANOS = Duration.ofSeconds(1).toNanos();

    private static final Duration MIN_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

    private final DataSource connections;
    private final int lockSpace;
    private final List<Tier> tiers;
    private final Sender sender;
    private final OutboxConfig config;
    private final OutboxMetrics metrics;
    private final Wakeups wakeups = new Wakeups();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int failures;

    /**
     * @param connections gives new connections, each of a session of its own
     * @param tiers the lanes, the most urgent first
     */
    Relay(
            DataSource connections,
            int lockSpace,
            List<Tier> tiers,
            Sender sender,
            OutboxConfig config,
            OutboxMetrics metrics) {
        this.connections = connections;
        this.lockSpace = lockSpace;
        this.tiers = tiers;
        this.sender = sender;
        this.config = config;
        this.metrics = metrics;
    }

    /** Tells it that a row of this bucket has been committed. */
    void wake(int bucket) {
        wakeups.add(bucket);
    }

    /** Lets it end after the batch it is at. */
    void stop() {
        stopped.countDown();
        wakeups.interrupt();
    }

    @Override
    public void run() {
        while (running()) {
            try (OutboxQueue queue = new OutboxQueue(connections, lockSpace, lanes())) {
                serve(queue);
            } catch (InterruptedException _) {
                stop();
            } catch (SQLException | RuntimeException e) {
                trouble(e);
            }
        }
        sender.close();
    }

    private void serve(OutboxQueue queue) throws SQLException, InterruptedException {
        try {
            loop(queue);
        } catch (SQLException | RuntimeException | InterruptedException e) {
            // The locks are given back or lost: nothing may be in flight any more.
            sender.abandon();
            throw e;
        }
    }

    private void loop(OutboxQueue queue) throws SQLException, InterruptedException {
        int held = 0;
        int contended = 0;
        int collisions = 0;
        long lockedAt = 0;
        long nextPoll = System.nanoTime();
        while (running()) {
            long patience = held != 0 ? 0 : millisUntil(nextPoll);
            if (contended != 0) {
                patience = Math.min(patience, CONTENDED_MILLIS << Math.min(collisions, 10));
            }
            int wanted = wakeups.take(patience) | contended;
            if (millisUntil(nextPoll) == 0) {
                wanted |= queue.waiting();
                nextPoll = System.nanoTime() + config.pollInterval().toNanos();
                if (wanted == 0) {
                    well();
                }
            }
            wanted &= ~held;
            if (wanted != 0) {
                if (held == 0) {
                    lockedAt = System.nanoTime();
                }
                int locked = queue.lock(wanted);
                held |= locked;
                contended = wanted & ~locked;
                collisions = contended == 0 ? 0 : collisions + 1;
            }
            if (held == 0) {
                continue;
            }
            List<OutboxRow> rows = next(queue, held);
            if (rows.isEmpty()) {
                queue.unlockAll();
                held = 0;
                well();
                continue;
            }
            deliver(queue, rows);
            well();
            if (rows.size() < FEW && !wakeups.isEmpty()) {
                stopped.await(GATHERING_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (System.nanoTime() - lockedAt > HOLD_NANOS) {
                queue.unlockAll();
                contended |= held;
                held = 0;
            }
        }
    }

    private List<OutboxRow> next(OutboxQueue queue, int held) throws SQLException {
        for (Tier tier : tiers) {
            List<OutboxRow> rows = queue.next(held, tier);
            if (!rows.isEmpty()) {
                return rows;
            }
        }
        return List.of();
    }

    private void deliver(OutboxQueue queue, List<OutboxRow> rows)
            throws SQLException, InterruptedException {
        List<Sending> sendings = sender.send(rows);
        awaitAnswers(queue, sendings);
        List<UUID> sent = new ArrayList<>(sendings.size());
        List<Sending> refused = new ArrayList<>();
        Throwable trouble = null;
        for (Sending sending : sendings) {
            switch (sending.outcome()) {
                case SENT -> {
                    sent.add(sending.row().id());
                    metrics.sent(sending.row());
                }
                case REFUSED -> refused.add(sending);
                case UNKNOWN -> trouble = sending.failure();
            }
        }
        queue.markSent(sent);
        park(queue, refused);
        if (trouble != null) {
            throw new KafkaException("Events wait in the outbox", trouble);
        }
    }

    /** Waits until each is answered, and gives up the producer when that takes too long. */
    private void awaitAnswers(OutboxQueue queue, List<Sending> sendings)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + config.ackTimeout().toNanos();
        for (Sending sending : sendings) {
            while (!sending.answered(1000)) {
                if (millisUntil(deadline) == 0) {
                    sender.abandon();
                } else {
                    queue.check();
                }
            }
        }
    }

    private void park(OutboxQueue queue, List<Sending> refused) throws SQLException {
        for (Sending sending : refused) {
            queue.park(sending.row().id(), String.valueOf(sending.failure()));
        }
        if (!refused.isEmpty()) {
            Sending first = refused.getFirst();
            LOG.errorf(
                    "%d events are parked with what follows of their keys, the first is %s: %s",
                    refused.size(), first.row().id(), first.failure());
        }
    }

    /** Says so once, however long it lasts, and waits a little longer each time. */
    private void trouble(Exception e) {
        if (failures == 0) {
            LOG.warnf(
                    "The outbox relay waits until it can go on: %s",
                    e.getCause() == null ? e : e.getCause());
        }
        long pause = Math.min(MAX_PAUSE.toMillis(), MIN_PAUSE.toMillis() << Math.min(failures, 10));
        failures++;
        try {
            stopped.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stop();
        }
    }

    private void well() {
        if (failures > 0) {
            LOG.info("The outbox relay goes on");
            failures = 0;
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private List<Lane> lanes() {
        return tiers.stream().map(Tier::lane).toList();
    }

    private static long millisUntil(long nanoTime) {
        return Math.max(0, Math.ceilDiv(nanoTime - System.nanoTime(), 1_000_000L));
    }
}
