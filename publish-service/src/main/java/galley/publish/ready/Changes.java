package galley.publish.ready;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

import galley.messaging.AfterCommit;

/**
 * What changed in the edition and when, counted in changes: tells whether an answer that was made a
 * while ago would come out the same today. Only while the database was heard of a moment ago is
 * there an answer to that; so a replica that is cut off serves nothing old.
 */
@Singleton
public class Changes {
    /** Beyond these the single articles are forgotten, and every answer counts as old. */
    private static final int MOST_ARTICLES = 100_000;

    private final AtomicLong count = new AtomicLong();
    private final Map<String, Long> articles = new ConcurrentHashMap<>();
    private volatile long last;
    private volatile long everything;
    private volatile long trustedUntil = System.nanoTime();

    private final TransactionSynchronizationRegistry transaction;

    Changes(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** An article changes with the present transaction: here at once, elsewhere a moment later. */
    public void changes(UUID article) {
        transaction.registerInterposedSynchronization(
                new AfterCommit(() -> article(article.toString())));
    }

    /** The same for what shows on every page. */
    public void everythingChanges() {
        transaction.registerInterposedSynchronization(new AfterCommit(this::everything));
    }

    /** The present moment, for an answer that is about to be made. */
    long now() {
        return count.get();
    }

    /**
     * Whether all that an answer was made of is as it was.
     *
     * @param moment before the answer was made
     * @param keys the answer's surrogate keys
     */
    boolean isTrue(long moment, Collection<String> keys) {
        if (System.nanoTime() - trustedUntil > 0 || moment < everything) {
            return false;
        }
        for (String key : keys) {
            long changed =
                    key.equals(SurrogateKeys.EDITION) ? last : articles.getOrDefault(key, 0L);
            if (moment < changed) {
                return false;
            }
        }
        return true;
    }

    /** An article changed. */
    synchronized void article(String id) {
        long moment = count.incrementAndGet();
        last = moment;
        articles.put(SurrogateKeys.article(id), moment);
        if (articles.size() > MOST_ARTICLES) {
            articles.clear();
            everything = moment;
        }
    }

    /** Anything may have changed. */
    public synchronized void everything() {
        everything = count.incrementAndGet();
    }

    /** All changes until now have been told; for so long nobody needs to ask again. */
    void heard(long nanos) {
        trustedUntil = System.nanoTime() + nanos;
    }
}
