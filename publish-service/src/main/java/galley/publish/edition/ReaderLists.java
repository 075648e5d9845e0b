package galley.publish.edition;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import galley.kit.paging.Cursor;

/** The lists of the readers' site, page by page in both directions. */
@ApplicationScoped
public class ReaderLists {
    private static final String LIVE = " from edition_article where state = 'LIVE' and (";
    private static final String OLDER =
            " and (published_at, id) < (:time, :id) order by published_at desc, id desc";
    private static final String NEWER =
            " and (published_at, id) > (:time, :id) order by published_at, id";
    private static final String NEWEST = " order by published_at desc, id desc";

    private static final String MONTHS =
            """
            select cast(to_char(published_at at time zone 'UTC', 'YYYY') as integer) as year,
                cast(to_char(published_at at time zone 'UTC', 'MM') as integer) as month,
                count(*) as articles
            from edition_article where state = 'LIVE'
            group by 1, 2 order by 1 desc, 2 desc
            """;

    private final Session session;

    ReaderLists(Session session) {
        this.session = session;
    }

    /**
     * Articles of a list in its order.
     *
     * @param after the place behind which they stand; null for the start
     */
    public List<Entry> older(ReaderQuery query, Cursor after, int limit) {
        return rows("select *", query, after == null ? NEWEST : OLDER, after, Entry.class, limit);
    }

    /** The articles right before a place of a list, in its order. */
    public List<Entry> newer(ReaderQuery query, Cursor before, int limit) {
        return rows("select *", query, NEWER, before, Entry.class, limit).reversed();
    }

    /** Whether more than this many articles stand before a place of a list. */
    public boolean hasMoreThan(int number, ReaderQuery query, Cursor before) {
        return rows("select id", query, NEWER, before, UUID.class, number + 1).size() > number;
    }

    /** The months (UTC) in which what is live was published, the latest first. */
    public List<Month> months() {
        return session.createNativeQuery(MONTHS, Tuple.class).getResultList().stream()
                .map(
                        row ->
                                new Month(
                                        YearMonth.of(
                                                row.get(0, Integer.class),
                                                row.get(1, Integer.class)),
                                        row.get(2, Number.class).longValue()))
                .toList();
    }

    /** A month and how many articles were published in it, at least one. */
    public record Month(YearMonth month, long articles) {}

    private <T> List<T> rows(
            String select,
            ReaderQuery query,
            String order,
            Cursor place,
            Class<T> type,
            int limit) {
        var rows = session.createNativeQuery(select + LIVE + query.condition() + ")" + order, type);
        query.parameters().forEach(rows::setParameter);
        Optional.ofNullable(place)
                .ifPresent(it -> rows.setParameter("time", it.time()).setParameter("id", it.id()));
        return rows.setMaxResults(limit).getResultList();
    }
}
