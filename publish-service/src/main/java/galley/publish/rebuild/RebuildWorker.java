package galley.publish.rebuild;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Works on a rebuild when there is one and nobody else does. Every replica looks. */
@ApplicationScoped
class RebuildWorker {
    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    private final Rebuilds rebuilds;
    private final RebuildRun run;
    private final boolean enabled;
    private boolean waiting;

    RebuildWorker(Rebuilds rebuilds, RebuildRun run, RebuildConfig config) {
        this.rebuilds = rebuilds;
        this.run = run;
        this.enabled = config.enabled();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() throws InterruptedException {
        if (!enabled) {
            return;
        }
        try {
            var mine = rebuilds.takeUp();
            if (mine.isPresent()) {
                workOn(mine.get());
            }
            waiting = false;
        } catch (RuntimeException e) {
            // Said once: while the database is away, each second brings the same.
            if (!waiting) {
                LOG.warnf("Rebuilds wait until they can go on: %s", e);
            }
            waiting = true;
        }
    }

    private void workOn(UUID id) throws InterruptedException {
        try {
            run.run(id);
            rebuilds.letGo(id);
        } catch (NotOursException _) {
            LOG.infof("Rebuild %s is not worked on here any more", id);
        } catch (RuntimeException e) {
            if (!waiting) {
                LOG.warn("Rebuild " + id + " waits until it can go on", e);
            }
            rebuilds.obstacle(id, String.valueOf(e));
            throw e;
        }
    }
}
