package galley.ingest.followup;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Shutdown;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.ingest.run.FetchConfig;
import galley.kit.http.FetchException;
import galley.kit.work.BoundedThreads;

/** Fetches what is due, any number of replicas side by side. */
@ApplicationScoped
class FollowUpWorker {
    private static final Logger LOG = Logger.getLogger(FollowUpWorker.class);

    private final FollowUps followUps;
    private final PageCompletion pages;
    private final PictureKeeping pictures;
    private final boolean enabled;
    private final BoundedThreads threads;

    FollowUpWorker(
            FollowUps followUps,
            PageCompletion pages,
            PictureKeeping pictures,
            FetchConfig config) {
        this.followUps = followUps;
        this.pages = pages;
        this.pictures = pictures;
        this.enabled = config.pollingEnabled();
        this.threads = new BoundedThreads(config.maxPolls());
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        int places = enabled ? threads.free() : 0;
        if (places == 0) {
            return;
        }
        try {
            for (var followUp : followUps.beginDue(places)) {
                threads.run(() -> run(followUp));
            }
        } catch (RuntimeException e) {
            // the poller says that the database is away
            LOG.debugf(e, "Follow-ups wait");
        }
    }

    /** What is cut off here is done again when its lease ends. */
    @Shutdown
    void stop() {
        threads.stop();
    }

    private void run(FollowUp followUp) {
        try {
            switch (followUp.kind) {
                case PAGE -> pages.complete(followUp);
                case PICTURE -> pictures.keep(followUp);
            }
        } catch (FetchException.CalledOff e) {
            LOG.debugf("%s was called off", followUp.url);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warnf(e, "%s is fetched again later", followUp.url);
        }
    }
}
