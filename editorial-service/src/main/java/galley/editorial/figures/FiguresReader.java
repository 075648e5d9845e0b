package galley.editorial.figures;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import galley.editorial.figures.Figures.Desk;
import galley.editorial.figures.Figures.Rejection;
import galley.editorial.figures.Figures.Stay;
import galley.editorial.time.Days;
import galley.events.WireName;

/** Reads from the history how the desk did. */
@ApplicationScoped
class FiguresReader {
    private static final String STAYS =
            """
            with entered as (
                select h.article_id, h.to_workflow as state, h.at,
                    lead(h.at) over (partition by h.article_id order by h.id) as left_at
                from history h
                where h.from_workflow is distinct from h.to_workflow and h.article_id in (
                    select article_id from history where at >= :from and at < :to))
            select state, count(*) as stays,
                percentile_cont(0.5) within group (order by extract(epoch from left_at - at)) as median,
                percentile_cont(0.95) within group (order by extract(epoch from left_at - at)) as p95
            from entered where left_at >= :from and left_at < :to
            group by state order by state
            """;

    /** Entries from before they knew their desk count for the one that the article is in now. */
    private static final String DESKS =
            """
            select nullif(coalesce(h.desk, a.desk), '') as desk,
                count(*) filter (where h.step = 'receive') as received,
                count(*) filter (where h.step = 'create') as created,
                count(*) filter (where h.step = 'submit') as submitted,
                count(*) filter (where h.step = 'approve') as approved,
                count(*) filter (where h.step in ('release', 'emergency-release')) as released,
                count(*) filter (where h.step = 'reject') as rejected
            from history h join article a on a.id = h.article_id
            where h.at >= :from and h.at < :to and h.step in (
                'receive', 'create', 'submit', 'approve', 'release', 'emergency-release', 'reject')
            group by 1 order by 1 nulls last
            """;

    /** Rejections from before there were reasons to choose from had other ones. */
    private static final String REJECTIONS =
            """
            select coalesce(details ->> 'reason', 'other') as reason, count(*) as times from history
            where at >= :from and at < :to and step = 'reject'
            group by 1 order by times desc, reason
            """;

    private final Session database;

    FiguresReader(Session database) {
        this.database = database;
    }

    @Transactional
    Figures of(Days days) {
        return new Figures(
                rows(STAYS, days).stream().map(FiguresReader::stay).toList(),
                rows(DESKS, days).stream().map(FiguresReader::desk).toList(),
                rows(REJECTIONS, days).stream()
                        .map(row -> new Rejection(row.get(0, String.class), count(row, 1)))
                        .toList());
    }

    private List<Tuple> rows(String query, Days days) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .getResultList();
    }

    private static Stay stay(Tuple row) {
        return new Stay(
                WireName.of(row.get(0, String.class)),
                count(row, 1),
                row.get(2, Number.class).doubleValue(),
                row.get(3, Number.class).doubleValue());
    }

    private static Desk desk(Tuple row) {
        return new Desk(
                row.get(0, String.class),
                count(row, 1),
                count(row, 2),
                count(row, 3),
                count(row, 4),
                count(row, 5),
                count(row, 6));
    }

    private static long count(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }
}
