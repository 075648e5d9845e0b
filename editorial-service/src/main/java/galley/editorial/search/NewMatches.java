package galley.editorial.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import galley.editorial.notification.Notifications;

/** Tells people of articles that begin to match their searches. */
@ApplicationScoped
class NewMatches {
    private static final Logger LOG = Logger.getLogger(NewMatches.class);
    private static final int BATCH = 500;

    private final SavedSearches searches;
    private final Matches matches;
    private final Notifications notifications;

    NewMatches(SavedSearches searches, Matches matches, Notifications notifications) {
        this.searches = searches;
        this.matches = matches;
        this.notifications = notifications;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::batch)) {
                // the next ones
            }
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Searches wait to be held against what changed");
        }
    }

    private boolean batch() {
        Optional<List<UUID>> changed = matches.takeChanged(BATCH);
        if (changed.isPresent() && !changed.get().isEmpty()) {
            searches.notifying().forEach(search -> hold(search.id, changed.get()));
        }
        return changed.isPresent();
    }

    /**
     * Holds a search against articles, in a transaction of its own: one that fails keeps nothing
     * from the others. What is held against the same articles again is not told twice.
     */
    private void hold(UUID search, List<UUID> changed) {
        try {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    searches.findByIdOptional(search)
                                            .filter(present -> present.notifies)
                                            .ifPresent(present -> tell(present, changed)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "The saved search %s could not be held against what changed", search);
        }
    }

    private void tell(SavedSearch search, List<UUID> changed) {
        matches.begun(search, changed)
                .forEach(
                        article ->
                                notifications.tellOfMatch(
                                        search.owner, article, search.id, search.name));
    }
}
