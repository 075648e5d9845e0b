package galley.editorial.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    /** So many articles are looked up sooner than the latest of them are found. */
    private static final int FEW = 4_000;

    /** The same where other conditions leave a part of them, so that more would be looked for. */
    private static final int FEW_OF_A_PART = 3 * FEW;

    /** So many of the latest articles are looked through first. */
    private static final int FIRST = 4_000;

    /** How much longer a stretch is than it would be if articles were spread evenly. */
    private static final double SPARE = 1.3;

    private static final double MOST_LONGER = 16;

    /** How much longer it is where the planner alone says what to expect. */
    private static final double AMPLE = 2.5;

    /**
     * How many times dearer it is to come from an article to its words than to have these first.
     */
    private static final double DEARER = 2.5;

    /** How many times more than enough is worth to look for the latest. */
    private static final int MANY = 20;

    private final Session database;
    private final Planner planner;

    ArticleSearch(Session database, Planner planner) {
        this.database = database;
        this.planner = planner;
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
        planner.planForTheseValues();
        List<Row> rows = rows(filter, sort, after, limit + 1);
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(row -> row.article().article()).toList(),
                more ? shown.getLast().place(sort).encode() : null);
    }

    private List<Row> rows(Filter filter, Sort sort, Place after, int most) {
        Conditions conditions = filter.conditions();
        Cursor cursor = after == null ? null : after.cursor();
        if (sort == Sort.RELEVANCE && filter.words() != null) {
            return byRelevance(filter, after, most);
        }
        boolean latestFirst = sort == Sort.NEWEST || sort == Sort.RELEVANCE;
        return rows(
                latestFirst && conditions.haveWords()
                        ? latest(conditions, sort, cursor, most)
                        : articles(conditions, sort, cursor, most),
                false);
    }

    private static List<Row> rows(List<StoredArticle> articles, boolean inHeadline) {
        return articles.stream().map(article -> new Row(article, inHeadline)).toList();
    }

    private List<Row> byRelevance(Filter filter, Place after, int most) {
        List<Row> rows = new ArrayList<>();
        if (after == null || after.inHeadline()) {
            Conditions inHeadline = inHeadline(filter, most);
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
     * Where many have the words in their headline, the other conditions are gone through until a
     * page is full. Else all that have them are looked at.
     */
    private Conditions inHeadline(Filter filter, int most) {
        Conditions conditions = filter.conditions().inHeadline(filter.words(), true);
        if (!conditions.haveOthers()) {
            return conditions;
        }
        double having =
                planner.expected(conditions.ofWordsAlone().inHeadline(filter.words(), true));
        double all = planner.expected(new Conditions().throughWords());
        return having > DEARER * most * all / having ? conditions.throughArticles() : conditions;
    }

    /**
     * The latest articles with some words: first those among the latest thousands, then those in
     * stretches of time before, each as long as these seem to need. Where few are expected to have
     * the words, or fewer to match than are wanted, all are looked up at once.
     */
    private List<StoredArticle> latest(Conditions conditions, Sort sort, Cursor after, int most) {
        int few = conditions.haveOthers() ? FEW_OF_A_PART : FEW;
        if (planner.expected(conditions.ofWordsAlone()) < few) {
            return articles(conditions, sort, after, most);
        }
        Conditions whole = conditions.throughArticles();
        if (planner.expected(whole) < most) {
            return articles(whole, sort, after, most);
        }
        Ends ends = ends(after, FIRST);
        Stretch stretch = new Stretch(ends.first(), null);
        List<StoredArticle> found = new ArrayList<>();
        while (true) {
            Conditions then = conditions.in(stretch, ends.latest());
            found.addAll(articles(then, sort, after, most - found.size()));
            if (found.size() == most || stretch.from() == null) {
                return found;
            }
            double lacking = most - found.size();
            double longer = Math.clamp(SPARE * lacking / found.size(), 1, MOST_LONGER);
            stretch = stretch.before(ends.latest(), ends.earliest(), longer);
        }
    }

    /**
     * The same conditions, among so many of the latest articles that enough should match; empty
     * where that would be a good part of all.
     */
    @Transactional(TxType.MANDATORY)
    Optional<Conditions> amongLatest(Conditions conditions, int enough) {
        double expected = conditions.haveWords() ? planner.expected(conditions) : 0;
        if (expected < enough * MANY) {
            return Optional.empty();
        }
        double all = planner.expected(new Conditions().throughWords());
        Ends ends = ends(null, (long) (enough * AMPLE * all / expected));
        return ends.first() == null
                ? Optional.empty()
                : Optional.of(conditions.in(new Stretch(ends.first(), null), ends.latest()));
    }

    /**
     * Up to a place in the list.
     *
     * @param latest when the latest article came
     * @param first when the one came that is so many earlier; null if there are fewer
     * @param earliest when the earliest came
     */
    private record Ends(Instant latest, Instant first, Instant earliest) {}

    private Ends ends(Cursor after, long earlier) {
        String before = after == null ? "" : "where created_at <= :afterTime";
        String ends =
                """
                select max(created_at),
                    (select created_at from article_words %1$s
                        order by created_at desc, article_id desc offset %2$d limit 1),
                    min(created_at)
                from article_words %1$s
                """
                        .formatted(before, earlier);
        var select = database.createNativeQuery(ends, Object[].class);
        if (after != null) {
            select.setParameter("afterTime", after.time());
        }
        Object[] row = select.getSingleResult();
        return new Ends((Instant) row[0], (Instant) row[1], (Instant) row[2]);
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
