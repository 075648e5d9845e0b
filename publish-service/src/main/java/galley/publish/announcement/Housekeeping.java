package galley.publish.announcement;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** Keeps the log short, also while nobody reads it. */
@ApplicationScoped
class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final AnnouncementLog log;
    private final AnnouncementConfig config;
    private final Clock clock;

    Housekeeping(AnnouncementLog log, AnnouncementConfig config, Clock clock) {
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
            // readiness says that the database is away
            LOG.debugf(e, "Announcements are tidied later");
        }
    }
}
