package galley.ingest.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/** Polls the sources that are due, any number of replicas side by side. */
@ApplicationScoped
class Poller {
    private final Runs runs;
    private final Fetching fetching;
    private final boolean enabled;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Poller(Runs runs, Fetching fetching, FetchConfig config) {
        this.runs = runs;
        this.fetching = fetching;
        this.enabled = config.pollingEnabled();
        this.free = new Semaphore(config.maxPolls());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        int places = enabled ? free.availablePermits() : 0;
        if (places == 0) {
            return;
        }
        for (var started : runs.startDue(places)) {
            free.acquireUninterruptibly();
            threads.submit(() -> run(started));
        }
    }

    /** What is cut off here is taken over when its lease ends. */
    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void run(Started started) {
        try {
            fetching.run(started);
        } finally {
            free.release();
        }
    }
}
