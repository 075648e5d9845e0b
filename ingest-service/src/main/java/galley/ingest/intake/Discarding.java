package galley.ingest.intake;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import galley.ingest.clock.DatabaseClock;
import galley.kit.problem.Problem;

/** Decides that what waits in quarantine will not be taken in. */
@ApplicationScoped
class Discarding {
    private final Quarantine quarantine;
    private final DatabaseClock clock;

    Discarding(Quarantine quarantine, DatabaseClock clock) {
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /**
     * Discards an entry. Its bytes stay, and when the source sends the same again it is passed
     * over.
     *
     * @param who wants it
     * @param why they say so
     * @throws Problem 404 when there is none, 409 when it waits no more
     */
    @Transactional
    Quarantined discard(UUID id, String who, String why) {
        var entry = quarantine.lock(id);
        entry.discard(who, why, clock.now());
        return entry;
    }
}
