package galley.publish.export;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import galley.publish.edition.Edition;
import galley.publish.edition.Entry;

/**
 * Goes through what is live in the order of the ids. Each article is as it is when its turn comes:
 * what is withdrawn while others are written is left out.
 */
@ApplicationScoped
class LiveArticles {
    private static final int AT_ONCE = 20;

    private final Edition edition;

    LiveArticles(Edition edition) {
        this.edition = edition;
    }

    /** What is done with an article. */
    interface Action {
        /** Takes an article; what it throws ends all. */
        void on(Entry entry) throws IOException;
    }

    /**
     * Does something with every article, outside any transaction.
     *
     * @param after the id after which to begin, or null for all
     */
    void forEach(UUID after, Action action) throws IOException {
        var last = after;
        List<Entry> some = next(last);
        while (!some.isEmpty()) {
            for (var entry : some) {
                action.on(entry);
            }
            last = some.getLast().id();
            some = next(last);
        }
    }

    /** Reads something in a transaction of its own. */
    static <T> T read(Supplier<T> query) {
        return QuarkusTransaction.requiringNew().call(query::get);
    }

    private List<Entry> next(UUID after) {
        return read(() -> edition.liveAfter(after, AT_ONCE));
    }
}
