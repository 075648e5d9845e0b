package galley.publish.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.messaging.Origin;

/**
 * Makes articles live when their embargo ends. Every replica looks; each due row is taken by the
 * one that locks it.
 */
@ApplicationScoped
class EmbargoTimer {
    private static final int BATCH = 50;
    private static final String DUE =
            """
            from Entry e where e.state = EMBARGOED and e.embargoedUntil <= :now
            order by e.embargoedUntil
            """;

    private static final Logger LOG = Logger.getLogger(EmbargoTimer.class);

    private final Session session;
    private final GuardedWrites edition;
    private final Announcements announcements;
    private final ReleaseToLive releaseToLive;
    private final Clock clock;
    private volatile boolean waiting;

    EmbargoTimer(
            Session session,
            GuardedWrites edition,
            Announcements announcements,
            ReleaseToLive releaseToLive,
            Clock clock) {
        this.session = session;
        this.edition = edition;
        this.announcements = announcements;
        this.releaseToLive = releaseToLive;
        this.clock = clock;
    }

    @Scheduled(
            every = "{galley.publish.embargo-check}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void showWhatIsDue() {
        try {
            int shown;
            do {
                shown = QuarkusTransaction.requiringNew().call(this::showSome);
            } while (shown == BATCH);
            if (waiting) {
                LOG.info("Articles appear again when their embargo ends");
            }
            waiting = false;
        } catch (RuntimeException e) {
            // Said once: while the database is away, each second brings the same.
            if (!waiting) {
                LOG.warnf("Articles whose embargo ends wait until they can appear: %s", e);
            }
            waiting = true;
        }
    }

    private int showSome() {
        var now = clock.instant();
        var due = due(now);
        for (Entry entry : due) {
            edition.show(entry.id(), now);
            Origin.run(entry.origin, () -> announcements.live(entry.article(), entry.note()));
            releaseToLive.measure(entry.embargoedUntil);
        }
        return due.size();
    }

    private List<Entry> due(Instant now) {
        return session.createSelectionQuery(DUE, Entry.class)
                .setParameter("now", now)
                .setMaxResults(BATCH)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList();
    }
}
