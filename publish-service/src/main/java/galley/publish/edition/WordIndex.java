package galley.publish.edition;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.hibernate.Session;

import galley.events.Article;
import galley.kit.sql.NativeQueries;
import galley.publish.text.Headlines;

/** Notes what an article is found by, in the transaction that writes it. */
@ApplicationScoped
class WordIndex {
    private static final int BATCH = 50;

    private static final String WRITE =
            """
            insert into edition_words (article, version, config, headline, words)
            select :article, :version, config, edition_words_of(config, :headline, :foldedHeadline),
                edition_words_of(config, :text, :foldedText)
            from (select coalesce(
                (select cast(cfgname as text) from pg_ts_config where cfgname = :language),
                'simple') config) known
            on conflict (article) do update set version = excluded.version,
                config = excluded.config, headline = excluded.headline, words = excluded.words
            """;

    private static final String FORGET = "delete from edition_words where article = :article";

    private static final String UNREAD =
            """
            select e.* from edition_article e
            where e.article is not null and not exists (
                select from edition_words w where w.article = e.id and w.version >= e.version)
            limit :most for update skip locked
            """;

    private static final String KILLED =
            """
            select e.id from edition_article e join edition_words w on w.article = e.id
            where e.state = 'KILLED'
            """;

    private final Session session;

    WordIndex(Session session) {
        this.session = session;
    }

    /** Notes the words of a version; the caller holds the article's row. */
    @Transactional(TxType.MANDATORY)
    void note(Article article) {
        var headline = Headlines.of(article);
        var text = SearchText.of(article);
        session.createNativeMutationQuery(WRITE)
                .setParameter("article", article.id())
                .setParameter("version", article.version())
                .setParameter("language", SearchText.configuration(article.language()))
                .setParameter("headline", headline)
                .setParameter("foldedHeadline", SearchText.folded(headline))
                .setParameter("text", text)
                .setParameter("foldedText", SearchText.folded(text))
                .executeUpdate();
    }

    /** Forgets the words of an article; the caller holds its row. */
    @Transactional(TxType.MANDATORY)
    void forget(UUID article) {
        session.createNativeMutationQuery(FORGET).setParameter("article", article).executeUpdate();
    }

    /**
     * Makes good what a release of this service did not note that knew no search: one that ran
     * before, or still runs beside this one.
     */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void catchUp() {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                NativeQueries.values(session, KILLED, UUID.class)
                                        .getResultList()
                                        .forEach(this::forget));
        int noted;
        do {
            noted = QuarkusTransaction.requiringNew().call(this::noteSome);
        } while (noted == BATCH);
    }

    private int noteSome() {
        List<Entry> unread =
                session.createNativeQuery(UNREAD, Entry.class)
                        .setParameter("most", BATCH)
                        .getResultList();
        unread.forEach(entry -> note(entry.article()));
        return unread.size();
    }
}
