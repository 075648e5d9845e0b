package galley.editorial.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import galley.editorial.time.Days;
import galley.events.WireName;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

/** All that is due. */
@ApplicationScoped
class Calendar {
    /** Before all that is due at a time. */
    private static final UUID FIRST = new UUID(0, 0);

    /** An article may be due for several reasons at one time: the place tells these apart. */
    private static final String DUE =
            """
            select at, what, id, headline, workflow, desk, assignee, place from (
                select *, cast(md5(what || id) as uuid) as place from (
                    select scheduled_at as at, 'release' as what, a.* from article a
                        where scheduled_at >= :from and scheduled_at < :to
                            and publication <> 'KILLED'
                    union all select embargoed_until, 'embargo', a.* from article a
                        where embargoed_until >= :from and embargoed_until < :to
                            and workflow <> 'SPIKED' and publication <> 'KILLED'
                    union all select due_at, 'due', a.* from article a
                        where due_at >= :from and due_at < :to
                            and workflow not in ('RELEASED', 'SPIKED') and publication <> 'KILLED'
                ) as due
            ) as placed
            where (at, place) > (:time, :place) order by at, place limit :most
            """;

    private final Session database;

    Calendar(Session database) {
        this.database = database;
    }

    /** A page of what is due on some days, the earliest first. */
    @Transactional
    Page<CalendarEntry> on(Days days, PageRequest request) {
        Cursor after = request.after() == null ? new Cursor(days.from(), FIRST) : request.after();
        List<Tuple> rows =
                database.createNativeQuery(DUE, Tuple.class)
                        .setParameter("from", days.from())
                        .setParameter("to", days.to())
                        .setParameter("time", after.time())
                        .setParameter("place", after.id())
                        .setParameter("most", request.rowsToRead())
                        .getResultList();
        return Page.of(rows, request, Calendar::place, row -> entry(row, days.zone()));
    }

    private static Cursor place(Tuple row) {
        return new Cursor(row.get("at", Instant.class), row.get("place", UUID.class));
    }

    private static CalendarEntry entry(Tuple row, ZoneId zone) {
        Instant at = row.get("at", Instant.class);
        return new CalendarEntry(
                at,
                at.atZone(zone).toOffsetDateTime(),
                row.get("what", String.class),
                row.get("id", UUID.class),
                row.get("headline", String.class),
                WireName.of(row.get("workflow", String.class)),
                row.get("desk", String.class),
                row.get("assignee", String.class));
    }
}
