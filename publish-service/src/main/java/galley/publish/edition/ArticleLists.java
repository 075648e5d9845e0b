package galley.publish.edition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import galley.kit.paging.Cursor;
import galley.kit.sql.NativeQueries;

/** The lists of live articles, page by page, where they can be searched by words. */
@ApplicationScoped
public class ArticleLists {
    /**
     * A plan for any values is a bad one for most. And compiling a plan, or starting workers, takes
     * longer than running it, as a page is small.
     */
    private static final String PLAN_FOR_THESE_VALUES =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true)
            """;

    /** Goes on once those have committed that have already been given the time of their change. */
    private static final String WAIT_FOR_COMMITS =
            "select 1 from pg_advisory_xact_lock_shared(hashtext('edition_article.changed_at'))";

    private static final String LAST_CHANGE = "select max(changed_at) from edition_article";

    private final Session session;
    private final Edition edition;
    private final WordQueries words;

    ArticleLists(Session session, Edition edition, WordQueries words) {
        this.session = session;
        this.edition = edition;
        this.words = words;
    }

    /**
     * One page of a list.
     *
     * @param items the articles in their order
     * @param next the cursor of the next page, or null after the last one
     * @param since from when on to ask for what changes after this page; null for lists that do not
     *     tell changes
     */
    public record Listed(List<Entry> items, String next, Instant since) {}

    /**
     * Reads a page. With words and without {@code since}, those come first that have them in the
     * headline, then those that have them in the text, the latest first in each.
     *
     * @param query its words as people write them; its place is not looked at
     * @param cursor what an earlier page gave as {@code next}, or null for the start
     * @throws galley.kit.problem.Problem 400 when the cursor is none of this list's
     */
    public Listed page(ArticleQuery query, String cursor, int limit) {
        if (query.since() != null) {
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    NativeQueries.values(session, WAIT_FOR_COMMITS, Integer.class)
                                            .list());
        }
        return planned(() -> read(query, cursor, limit));
    }

    /**
     * Articles of a list in its order, also where they are searched by words.
     *
     * @param query its words as people write them
     */
    public List<Entry> list(ArticleQuery query, int limit) {
        var rows = planned(() -> rows(readable(query), limit));
        return query.before() == null ? rows : rows.reversed();
    }

    /** Whether there are more articles than this, from the query's place on or up to it. */
    public boolean hasMoreThan(int number, ArticleQuery asked) {
        return planned(
                () -> {
                    var query = readable(asked);
                    return rows(query, query.placeSql(), Object[].class, number + 1).size()
                            > number;
                });
    }

    private <T> T planned(Supplier<T> read) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            session.createNativeQuery(PLAN_FOR_THESE_VALUES, Object[].class)
                                    .getSingleResult();
                            return read.get();
                        });
    }

    /** What the present request may see of it, and with its words as PostgreSQL reads them. */
    private ArticleQuery readable(ArticleQuery asked) {
        var query = edition.narrowed(asked);
        return asked.words() == null
                ? query
                : query.words(words.of(asked.words()).orElse(WordQueries.NOTHING));
    }

    private Listed read(ArticleQuery asked, String cursor, int limit) {
        boolean relevance = asked.since() == null && asked.words() != null;
        var start = relevance ? Place.decode(cursor) : new Place(true, Cursor.decode(cursor));
        var query = readable(asked);
        return relevance
                ? byRelevance(query, start, limit)
                : byTime(query.after(start.cursor()), limit);
    }

    private Listed byTime(ArticleQuery query, int limit) {
        // before the list: a change in between then comes twice, and is never missed
        var since = sinceAfter(query);
        var rows = rows(query, limit + 1);
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        boolean more = rows.size() > limit;
        return new Listed(shown, more ? query.placeOf(shown.getLast()).encode() : null, since);
    }

    private Listed byRelevance(ArticleQuery query, Place start, int limit) {
        List<Entry> rows = new ArrayList<>();
        int inHeadline = 0;
        if (start.inHeadline()) {
            rows.addAll(rows(query.after(start.cursor()), true, limit + 1));
            inHeadline = rows.size();
        }
        if (rows.size() <= limit) {
            var after = start.inHeadline() ? null : start.cursor();
            rows.addAll(rows(query.after(after), false, limit + 1 - rows.size()));
        }
        var shown = rows.subList(0, Math.min(limit, rows.size()));
        if (rows.size() <= limit) {
            return new Listed(shown, null, null);
        }
        var last = new Place(shown.size() <= inHeadline, query.placeOf(shown.getLast()));
        return new Listed(shown, last.encode(), null);
    }

    private List<Entry> rows(ArticleQuery query, int limit) {
        return rows(query, query.sql(), Entry.class, limit);
    }

    private List<Entry> rows(ArticleQuery query, boolean inHeadline, int limit) {
        return rows(query, query.sql(inHeadline), Entry.class, limit);
    }

    private <T> List<T> rows(ArticleQuery query, String sql, Class<T> type, int limit) {
        var select = session.createNativeQuery(sql, type).setMaxResults(limit);
        query.parameters().forEach(select::setParameter);
        return select.getResultList();
    }

    /** The first moment that the last change does not have: no two changes have the same. */
    private Instant sinceAfter(ArticleQuery query) {
        if (query.since() == null) {
            return null;
        }
        var last = NativeQueries.values(session, LAST_CHANGE, Instant.class).getSingleResult();
        var next = last == null ? query.since() : last.plus(1, ChronoUnit.MICROS);
        return next.isBefore(query.since()) ? query.since() : next;
    }
}
