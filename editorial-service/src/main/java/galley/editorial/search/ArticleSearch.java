package galley.editorial.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
     * A plan for any words is a bad one for most. And compiling a plan takes longer than running
     * it, as a page is small.
     */
    private static final String PLAN_FOR_THESE_VALUES =
            """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                set_config('jit', 'off', true)
            """;

    private static final String IN_HEADLINE = "w.headline @@ cast(:words as tsquery)";

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
                        : rows(filter.conditions(), sort, false, cursor(after), limit + 1);
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
        List<Row> rows = new ArrayList<>();
        if (after == null || after.inHeadline()) {
            var inHeadline = headlines(filter, IN_HEADLINE);
            rows.addAll(rows(inHeadline, Sort.RELEVANCE, true, cursor(after), most));
        }
        if (rows.size() < most) {
            Cursor inText = after == null || after.inHeadline() ? null : after.cursor();
            var others = headlines(filter, "not " + IN_HEADLINE);
            rows.addAll(rows(others, Sort.RELEVANCE, false, inText, most - rows.size()));
        }
        return rows;
    }

    private static Conditions headlines(Filter filter, String condition) {
        Conditions conditions =
                filter.conditions().with(condition.replace(":words", ":headlineWords"));
        conditions.set("headlineWords", filter.words());
        return conditions;
    }

    private List<Row> rows(
            Conditions conditions, Sort sort, boolean inHeadline, Cursor after, int most) {
        Conditions all =
                conditions.with(
                        after == null ? "a.%s is not null".formatted(sort.column()) : sort.after());
        if (after != null) {
            all.set("afterTime", after.time());
            all.set("afterId", after.id());
        }
        String query =
                "select a.* from %s where %s order by %s"
                        .formatted(from(all), all.text(), sort.order());
        return with(database.createNativeQuery(query, StoredArticle.class), all)
                .setMaxResults(most)
                .getResultStream()
                .map(article -> new Row(article, inHeadline))
                .toList();
    }

    /** The tables that the conditions are about. */
    static String from(Conditions conditions) {
        return conditions.usesWords()
                ? "article a join article_words w on w.article_id = a.id"
                : "article a";
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
