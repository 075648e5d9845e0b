package galley.editorial.search;

import java.util.List;
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
            int changed;
            do {
                changed = QuarkusTransaction.requiringNew().call(this::batch);
            } while (changed > 0);
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Searches wait to be held against what changed");
        }
    }

    private int batch() {
        List<UUID> changed = matches.takeChanged(BATCH);
        if (!changed.isEmpty()) {
            for (SavedSearch search : searches.notifying()) {
                matches.begun(search, changed)
                        .forEach(
                                article ->
                                        notifications.tellOfMatch(
                                                search.owner, article, search.id, search.name));
            }
        }
        return changed.size();
    }
}
