package galley.editorial.check.link;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.kit.http.FetchException;

/** Fetches the links that are due, any number of replicas side by side. */
@ApplicationScoped
class LinkWorker {
    private static final Logger LOG = Logger.getLogger(LinkWorker.class);

    private final Links links;
    private final LinkFetching fetching;
    private final boolean enabled;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LinkWorker(Links links, LinkFetching fetching, LinkConfig config) {
        this.links = links;
        this.fetching = fetching;
        this.enabled = config.enabled();
        this.free = new Semaphore(config.maxFetches());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        int places = enabled && !threads.isShutdown() ? free.availablePermits() : 0;
        if (places == 0) {
            return;
        }
        try {
            links.noteNew();
            for (DueLink due : links.beginDue(places)) {
                free.acquireUninterruptibly();
                threads.execute(() -> run(due));
            }
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Links wait");
        }
    }

    /** What is cut off here is done again when its lease ends. */
    @Shutdown
    void stop() {
        threads.shutdownNow();
    }

    private void run(DueLink due) {
        try {
            links.end(due, fetching.fetch(due));
        } catch (FetchException.CalledOff e) {
            LOG.debugf("%s was called off", due.address());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is fetched again later", due.address());
        } finally {
            free.release();
        }
    }
}
