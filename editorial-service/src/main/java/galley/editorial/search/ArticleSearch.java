package galley.editorial.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

import galley.editorial.article.StoredArticle;
import galley.events.Article;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.sql.NativeQueries;

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

    /** So many of the latest articles are looked through first. */
    private static final int LATEST = 4_000;

    private final Session database;
    private final ObjectMapper json;

    ArticleSearch(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
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
        List<Row> rows = rows(filter, sort, after, limit + 1);
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

    private List<Row> rows(Filter filter, Sort sort, Place after, int most) {
        Conditions conditions = filter.conditions();
        Cursor cursor = after == null ? null : after.cursor();
        if (filter.words() == null) {
            return rows(articles(conditions, sort, cursor, most), false);
        }
        return switch (sort) {
            case RELEVANCE -> byRelevance(filter, after, most);
            case NEWEST -> rows(latest(conditions, sort, cursor, most), false);
            case OLDEST, UPDATED, PUBLISHED, DUE ->
                    rows(articles(conditions, sort, cursor, most), false);
        };
    }

    private static List<Row> rows(List<StoredArticle> articles, boolean inHeadline) {
        return articles.stream().map(article -> new Row(article, inHeadline)).toList();
    }

    private List<Row> byRelevance(Filter filter, Place after, int most) {
        List<Row> rows = new ArrayList<>();
        if (after == null || after.inHeadline()) {
            Conditions inHeadline = filter.conditions().inHeadline(filter.words(), true);
            Cursor cursor = after == null ? null : after.cursor();
            rows.addAll(rows(articles(inHeadline, Sort.RELEVANCE, cursor, most), true));
        }
        if (rows.size() < most) {
            Conditions inText = filter.conditions().inHeadline(filter.words(), false);
            Cursor cursor = after == null || after.inHeadline() ? null : after.cursor();
            rows.addAll(rows(latest(inText, Sort.RELEVANCE, cursor, most - rows.size()), false));
        }
        return rows;
    }

    /**
     * The latest articles with some words: first those among the latest thousands, then those in
     * longer and longer stretches of time before. Where fewer are expected than are wanted, all are
     * looked up at once.
     */
    private List<StoredArticle> latest(Conditions conditions, Sort sort, Cursor after, int most) {
        Conditions whole = conditions.throughArticles();
        if (expected(whole) < most) {
            return articles(whole, sort, after, most);
        }
        Object[] ends = ends(after);
        if (ends[1] == null) {
            return articles(conditions, sort, after, most);
        }
        Instant latest = (Instant) ends[0];
        List<StoredArticle> found = new ArrayList<>();
        for (Stretch stretch : Stretch.back((Instant) ends[1], latest)) {
            found.addAll(
                    articles(conditions.in(stretch, latest), sort, after, most - found.size()));
            if (found.size() == most) {
                break;
            }
        }
        return found;
    }

    /** When the latest article came, up to a place, and one that came {@link #LATEST} earlier. */
    private Object[] ends(Cursor after) {
        String before = after == null ? "" : "where created_at <= :afterTime";
        String ends =
                """
                select (select created_at from article_words %1$s
                        order by created_at desc, article_id desc limit 1),
                    (select created_at from article_words %1$s
                        order by created_at desc, article_id desc offset %2$d limit 1)
                """
                        .formatted(before, LATEST);
        var select = database.createNativeQuery(ends, Object[].class);
        if (after != null) {
            select.setParameter("afterTime", after.time());
        }
        return select.getSingleResult();
    }

    /** How many articles the planner expects to match. */
    private double expected(Conditions conditions) {
        String explain =
                "explain (format json) select from %s where %s"
                        .formatted(conditions.from(), conditions.text());
        var select = NativeQueries.values(database, explain, String.class);
        String plan = with(select, conditions).getSingleResult();
        try {
            return json.readTree(plan).at("/0/Plan/Plan Rows").asDouble();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The planner answers in JSON", e);
        }
    }

    /** Finds rows first and then reads the articles of those alone. */
    private List<StoredArticle> articles(Conditions conditions, Sort sort, Cursor after, int most) {
        String query =
                """
                with found as materialized (%s)
                select a.* from found join article a on a.id = found.id order by %s
                """
                        .formatted(
                                found(conditions, sort, after, most),
                                sort.order("found.at", "found.id"));
        return with(database.createNativeQuery(query, StoredArticle.class), conditions, after)
                .getResultList();
    }

    private static String found(Conditions conditions, Sort sort, Cursor after, int most) {
        String time = conditions.column(sort.column());
        String id = conditions.column("id");
        return "select %s as id, %s as at from %s where %s and %s order by %s limit %d"
                .formatted(
                        id,
                        time,
                        conditions.from(sort.column()),
                        conditions.text(),
                        after == null ? time + " is not null" : sort.after(time, id),
                        sort.order(time, id),
                        most);
    }

    private static <T> NativeQuery<T> with(
            NativeQuery<T> query, Conditions conditions, Cursor after) {
        with(query, conditions);
        return after == null
                ? query
                : query.setParameter("afterTime", after.time()).setParameter("afterId", after.id());
    }

    static <T> NativeQuery<T> with(NativeQuery<T> query, Conditions conditions) {
        conditions.parameters().forEach(query::setParameter);
        return query;
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
