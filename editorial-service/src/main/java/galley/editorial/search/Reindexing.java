package galley.editorial.search;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;
import org.jboss.logging.Logger;

import galley.editorial.article.StoredArticle;
import galley.kit.sql.NativeQueries;

/**
 * Notes the words of articles that were written before words were noted as they are now, a few at a
 * time, any number of replicas side by side.
 */
@ApplicationScoped
class Reindexing {
    private static final Logger LOG = Logger.getLogger(Reindexing.class);
    private static final int BATCH = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * To say that there is none of this format makes the planner go through all of them each time.
     */
    private static final String LACKING =
            """
            from article a left join article_words w
                on w.article_id = a.id and w.article_id > :after
            where a.id > :after and (w.article_id is null or w.format < :format)
            """;

    private static final String SOME =
            "select a.* " + LACKING + " order by a.id limit :most for update of a skip locked";

    private static final String ANY = "select exists (select " + LACKING + ")";

    private final Session database;
    private final WordIndex index;
    private volatile boolean finished;

    /** The last that was done: among many, to look for the next from the start takes longer. */
    private volatile UUID last = BEFORE_ALL;

    Reindexing(Session database, WordIndex index) {
        this.database = database;
        this.index = index;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        if (finished) {
            return;
        }
        try {
            int done;
            do {
                done = QuarkusTransaction.requiringNew().call(this::batch);
            } while (done > 0);
            last = BEFORE_ALL;
            // another replica may still have some in hand, or somebody wrote one meanwhile
            finished = !QuarkusTransaction.requiringNew().call(this::anyIsLeft);
        } catch (RuntimeException e) {
            // requests and readiness say that the database is away
            LOG.debugf(e, "Older articles wait to be found by their words");
        }
    }

    private int batch() {
        List<StoredArticle> lacking =
                database.createNativeQuery(SOME, StoredArticle.class)
                        .setParameter("format", WordIndex.FORMAT)
                        .setParameter("after", last)
                        .setParameter("most", BATCH)
                        .getResultList();
        for (StoredArticle article : lacking) {
            index.note(article.id(), article.content());
            last = article.id();
        }
        return lacking.size();
    }

    private boolean anyIsLeft() {
        return NativeQueries.values(database, ANY, Boolean.class)
                .setParameter("format", WordIndex.FORMAT)
                .setParameter("after", BEFORE_ALL)
                .getSingleResult();
    }
}
