package galley.publish.subscription.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.work.BoundedThreads;
import galley.publish.announcement.Announced;
import galley.publish.subscription.SubscriptionConfig;

/**
 * Hands announcements out and sends what is due, any number of replicas side by side: one thread
 * looks after the queue, and each attempt has a thread of its own.
 */
@ApplicationScoped
class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    /** What another replica announced, and what falls due, waits so long at most. */
    private static final long PAUSE_MILLIS = 1_000;

    /** So that much that happens together is one look at the queue. */
    private static final long GATHERING_MILLIS = 5;

    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

    /** Readers' requests need the database, too. */
    private static final int AT_THE_DATABASE = 6;

    private final FanOut fanOut;
    private final Replays replays;
    private final Queue queue;
    private final Reports reports;
    private final Bodies bodies;
    private final Sending sending;
    private final SubscriptionConfig config;
    private final Clock clock;
    private final BoundedThreads threads;
    private final Semaphore database = new Semaphore(AT_THE_DATABASE);
    private final Semaphore woken = new Semaphore(0);
    private Instant nextReport = Instant.MIN;
    private boolean waiting;

    Worker(
            FanOut fanOut,
            Replays replays,
            Queue queue,
            Reports reports,
            Bodies bodies,
            Sending sending,
            SubscriptionConfig config,
            Clock clock) {
        this.fanOut = fanOut;
        this.replays = replays;
        this.queue = queue;
        this.reports = reports;
        this.bodies = bodies;
        this.sending = sending;
        this.config = config;
        this.clock = clock;
        this.threads = new BoundedThreads(config.maxSends());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            Thread.ofVirtual().name("subscriptions").start(this::follow);
        }
    }

    /** What is cut off here is sent again by another process, or by the next one here. */
    @Shutdown
    void stop() {
        threads.stop();
        woken.release();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced news) {
        woken.release();
    }

    private void follow() {
        while (!threads.isStopped()) {
            try {
                fanOut.handOut();
                replays.handOut();
                beginDue();
                reportNowAndThen();
                well();
            } catch (RuntimeException e) {
                trouble(e);
            }
            pause();
        }
    }

    private void beginDue() {
        int places = threads.free();
        if (places > 0) {
            List<DueDelivery> due = queue.take(places);
            due.forEach(it -> threads.run(() -> run(it)));
        }
    }

    /** So that what changes within a moment is one report. */
    private void reportNowAndThen() {
        Instant now = clock.instant();
        if (!now.isBefore(nextReport)) {
            nextReport = now.plus(REPORT_EVERY);
            reports.reportAll();
        }
    }

    private void run(DueDelivery due) {
        try {
            Optional<byte[]> body = atTheDatabase(() -> bodies.of(due));
            if (body.isEmpty()) {
                atTheDatabase(() -> queue.drop(due));
                return;
            }
            Instant began = clock.instant();
            Outcome outcome =
                    sending.send(due.url(), due.secrets(), due.id().toString(), body.get());
            atTheDatabase(() -> queue.end(due, outcome, began));
        } catch (FetchException.CalledOff e) {
            LOG.debugf("Sending %s was called off", due.id());
            queue.giveBack(due);
        } catch (RuntimeException e) {
            // its lease ends, and it is sent again
            LOG.warnf("Event %s is sent again later: %s", due.id(), e);
        } finally {
            woken.release();
        }
    }

    private void atTheDatabase(Runnable work) {
        atTheDatabase(
                () -> {
                    work.run();
                    return null;
                });
    }

    private <T> T atTheDatabase(Supplier<T> work) {
        database.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            database.release();
        }
    }

    private void pause() {
        try {
            if (woken.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                Thread.sleep(GATHERING_MILLIS);
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void well() {
        if (waiting) {
            LOG.info("Subscribers are sent what is published again");
        }
        waiting = false;
    }

    /** Said once: while the database is away, each look brings the same. */
    private void trouble(RuntimeException e) {
        if (!waiting && !threads.isStopped()) {
            LOG.warnf("Subscribers wait for what is published: %s", e);
        }
        waiting = true;
    }
}
