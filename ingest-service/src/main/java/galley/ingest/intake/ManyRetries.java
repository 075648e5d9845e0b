package galley.ingest.intake;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import galley.kit.problem.Problem;

/** Retries all that waits, of one source or of all: after a fix much may come in at once. */
@ApplicationScoped
class ManyRetries {
    /** So many go into one request; who wants more asks again. */
    static final int MOST = 1_000;

    private final Quarantine quarantine;
    private final Retry retry;

    ManyRetries(Quarantine quarantine, Retry retry) {
        this.quarantine = quarantine;
        this.retry = retry;
    }

    /**
     * Tries each once, those first that were tried least, each in a transaction of its own.
     *
     * @param who wants it
     */
    ManyRetriesAnswer of(Optional<UUID> source, String who) {
        var waiting = quarantine.leastTried(source, MOST);
        int tried = 0;
        int resolved = 0;
        var counts = Counts.NONE;
        for (var id : waiting) {
            try {
                var outcome = retry.of(id, who);
                tried++;
                resolved += outcome.reason() == null ? 1 : 0;
                counts = counts.plus(outcome.counts());
            } catch (Problem decided) {
                // somebody else has retried or discarded it meanwhile
            }
        }
        return new ManyRetriesAnswer(tried, resolved, quarantine.waiting(source), counts);
    }
}
