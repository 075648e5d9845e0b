package galley.editorial.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import galley.editorial.article.StoredArticle;
import galley.events.Article;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;

/** Finds articles, page by page. */
@ApplicationScoped
class ArticleSearch {
    /**
     * A plan for any words is a bad one for most. Compiling a plan takes longer than running it, as
     * a page is small, and so does starting workers for it. What is looked for most lies in memory
     * or on a disk without a head.
     */
    private static final String PLAN_FOR_THESE_VALUES =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true),
                set_config('random_page_cost', '1.1', true)
            """;

    private static final String HEADLINE_WORDS = "headlineWords";

    private final Session database;

    ArticleSearch(Session database) {
        this.database = database;
    }

    /**
     * One page.
     *
     * @param after the place after which it starts; null for the list's start
     */
    @Transactional(TxType.MANDATORY)
    Page<Article> page(Filter filter, Sort sort, Place after, int limit) {
        if (filter.impossible()) {
            return new Page<>(List.of(), null);
        }
        planForTheseValues();
        List<Row> rows =
                sort == Sort.RELEVANCE && filter.words() != null
                        ? byRelevance(filter, after, limit + 1)
                        : articles(filter.conditions(), sort, null, cursor(after), limit + 1)
                                .map(article -> new Row(article, false))
                                .toList();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(row -> row.article().article()).toList(),
                more ? shown.getLast().place(sort).encode() : null);
    }

    /** Plans the queries of this transaction for the values that they have. */
    @Transactional(TxType.MANDATORY)
    void planForTheseValues() {
        database.createNativeQuery(PLAN_FOR_THESE_VALUES, Object[].class).getSingleResult();
    }

    private List<Row> byRelevance(Filter filter, Place after, int most) {
        Conditions conditions = filter.conditions();
        conditions.set(HEADLINE_WORDS, filter.words());
        String inHeadline = Conditions.match("headline", HEADLINE_WORDS, filter.words());
        List<Row> rows = new ArrayList<>();
        if (after == null || after.inHeadline()) {
            articles(conditions, Sort.RELEVANCE, inHeadline, cursor(after), most)
                    .map(article -> new Row(article, true))
                    .forEach(rows::add);
        }
        if (rows.size() < most) {
            Cursor inText = after == null || after.inHeadline() ? null : after.cursor();
            articles(
                            conditions,
                            Sort.RELEVANCE,
                            "not (" + inHeadline + ")",
                            inText,
                            most - rows.size())
                    .map(article -> new Row(article, false))
                    .forEach(rows::add);
        }
        return rows;
    }

    /**
     * Finds rows first and then reads the articles of those alone.
     *
     * @param headline a further condition, in SQL; null for none
     */
    private Stream<StoredArticle> articles(
            Conditions conditions, Sort sort, String headline, Cursor after, int most) {
        String time = conditions.column(sort.column());
        String id = conditions.column("id");
        List<String> where = new ArrayList<>(List.of(conditions.text()));
        if (headline != null) {
            where.add(headline);
        }
        where.add(after == null ? time + " is not null" : sort.after(time, id));
        String query =
                """
                with found as materialized (
                    select %s as id, %s as at from %s where %s order by %s limit %d)
                select a.* from found join article a on a.id = found.id order by %s
                """
                        .formatted(
                                id,
                                time,
                                conditions.from(sort.column()),
                                String.join(" and ", where),
                                sort.order(time, id),
                                most,
                                sort.order("found.at", "found.id"));
        var select = with(database.createNativeQuery(query, StoredArticle.class), conditions);
        if (after != null) {
            select.setParameter("afterTime", after.time()).setParameter("afterId", after.id());
        }
        return select.getResultStream();
    }

    static <T> NativeQuery<T> with(NativeQuery<T> query, Conditions conditions) {
        conditions.parameters().forEach(query::setParameter);
        return query;
    }

    private static Cursor cursor(Place place) {
        return place == null ? null : place.cursor();
    }

    private record Row(StoredArticle article, boolean inHeadline) {
        Place place(Sort sort) {
            Function<StoredArticle, Instant> time =
                    switch (sort) {
                        case NEWEST, OLDEST, RELEVANCE -> StoredArticle::createdAt;
                        case UPDATED -> it -> it.article().updatedAt();
                        case PUBLISHED -> it -> it.article().publishedAt();
                        case DUE -> it -> it.article().dueAt();
                    };
            return new Place(sort, inHeadline, new Cursor(time.apply(article), article.id()));
        }
    }
}
