package galley.editorial.stream;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Keeps the change log short, also while nobody listens. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final ChangeLog log;
    private final StreamConfig config;
    private final Clock clock;

    Housekeeping(ChangeLog log, StreamConfig config, Clock clock) {
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        try {
            log.giveAllPositions();
            log.removeOlderThan(clock.instant().minus(config.retention()));
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "The change log is tidied later");
        }
    }
}
