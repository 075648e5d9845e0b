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
            for (SavedSearch search : searches.notifying()) {
                matches.begun(search, changed.get())
                        .forEach(
                                article ->
                                        notifications.tellOfMatch(
                                                search.owner, article, search.id, search.name));
            }
        }
        return changed.isPresent();
    }
}
