package galley.ingest.run;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.kit.work.BoundedThreads;

/** Polls the sources that are due, any number of replicas side by side. */
@ApplicationScoped
class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);

    private final Runs runs;
    private final Fetching fetching;
    private final boolean enabled;
    private final BoundedThreads threads;
    private volatile boolean waiting;

    Poller(Runs runs, Fetching fetching, FetchConfig config) {
        this.runs = runs;
        this.fetching = fetching;
        this.enabled = config.pollingEnabled();
        this.threads = new BoundedThreads(config.maxPolls());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        int places = enabled ? threads.free() : 0;
        if (places == 0) {
            return;
        }
        for (var started : due(places)) {
            threads.run(() -> run(started));
        }
    }

    /** What is cut off here is taken over when its lease ends. */
    @Shutdown
    void stop() {
        threads.stop();
    }

    private List<Started> due(int places) {
        try {
            var due = runs.startDue(places);
            if (waiting) {
                LOG.info("Polling goes on");
            }
            waiting = false;
            return due;
        } catch (RuntimeException e) {
            // Said once: while the database is away, each second brings the same.
            if (!waiting && !threads.isStopped()) {
                LOG.warnf("Polling waits until it can go on: %s", e);
            }
            waiting = true;
            return List.of();
        }
    }

    private void run(Started started) {
        try {
            fetching.run(started);
        } catch (RuntimeException e) {
            LOG.warnf("Run %s can't be ended and will be taken over: %s", started.run(), e);
        }
    }
}
