package galley.editorial.check.link;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.kit.http.FetchException;
import galley.kit.work.BoundedThreads;

/** Fetches the links that are due, any number of replicas side by side. */
@ApplicationScoped
class LinkWorker {
    private static final Logger LOG = Logger.getLogger(LinkWorker.class);

    private final Links links;
    private final LinkFetching fetching;
    private final boolean enabled;
    private final BoundedThreads threads;

    LinkWorker(Links links, LinkFetching fetching, LinkConfig config) {
        this.links = links;
        this.fetching = fetching;
        this.enabled = config.enabled();
        this.threads = new BoundedThreads(config.maxFetches());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        int places = enabled ? threads.free() : 0;
        if (places == 0) {
            return;
        }
        try {
            links.noteNew();
            for (DueLink due : links.beginDue(places)) {
                threads.run(() -> run(due));
            }
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Links wait");
        }
    }

    /** What is cut off here is done again when its lease ends. */
    @Shutdown
    void stop() {
        threads.stop();
    }

    private void run(DueLink due) {
        try {
            links.end(due, fetching.fetch(due));
        } catch (FetchException.CalledOff e) {
            LOG.debugf("%s was called off", due.address());
        } catch (RuntimeException e) {
            LOG.warnf(e, "%s is fetched again later", due.address());
        }
    }
}
