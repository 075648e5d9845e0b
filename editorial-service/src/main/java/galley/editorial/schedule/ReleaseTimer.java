package galley.editorial.schedule;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Lets scheduled articles go out at their time. Every replica looks ahead a little and sets an
 * alarm for each release that comes; at the time all of them try, and the first to lock the article
 * releases it. What was due while no replica ran goes out when one does.
 */
@ApplicationScoped
class ReleaseTimer {
    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class);

    /** Longer than it takes until the next look. */
    private static final Duration AHEAD = Duration.ofSeconds(3);

    private static final int MOST_AT_ONCE = 500;
    private static final int THREADS = 4;

    private final DueReleases releases;
    private final Clock clock;
    private final Timer lateness;
    private final Set<DueReleases.Coming> alarms = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, Thread.ofVirtual().factory());
    private volatile boolean waiting;

    ReleaseTimer(DueReleases releases, Clock clock, MeterRegistry meters) {
        this.releases = releases;
        this.clock = clock;
        this.lateness =
                Timer.builder("galley.schedule.lateness")
                        .description("From the time that a release was scheduled for to its commit")
                        .register(meters);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAhead() {
        try {
            releases.within(AHEAD, MOST_AT_ONCE).forEach(this::set);
            if (waiting) {
                LOG.info("Scheduled articles go out again at their time");
            }
            waiting = false;
        } catch (RuntimeException e) {
            // Said once: while the database is away, each second brings the same.
            if (!waiting) {
                LOG.warnf("Scheduled articles wait until they can go out: %s", e);
            }
            waiting = true;
        }
    }

    @Shutdown
    void stop() {
        threads.shutdown();
    }

    /** An article that was given another time meanwhile has an alarm for each. */
    private void set(DueReleases.Coming coming) {
        if (!threads.isShutdown() && alarms.add(coming)) {
            wind(coming);
        }
    }

    private void wind(DueReleases.Coming coming) {
        long delay = Math.max(0, Duration.between(clock.instant(), coming.at()).toNanos());
        var _ = threads.schedule(() -> ring(coming), delay, TimeUnit.NANOSECONDS);
    }

    private void ring(DueReleases.Coming coming) {
        if (clock.instant().isBefore(coming.at())) {
            // Who is early by a moment would find nothing due, and try again a second later.
            wind(coming);
            return;
        }
        try {
            if (releases.release(coming.id())) {
                lateness.record(Duration.between(coming.at(), clock.instant()));
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Article %s is released at the next try", coming.id());
        } finally {
            alarms.remove(coming);
        }
    }
}
