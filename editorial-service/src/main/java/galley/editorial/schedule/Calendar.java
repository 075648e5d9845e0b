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

/** All that is due. */
@ApplicationScoped
class Calendar {
    /** More than anybody looks at; whoever needs more asks for less time. */
    static final int MOST = 1_000;

    private static final String DUE =
            """
            select at, what, id, headline, workflow, desk, assignee from (
                select scheduled_at as at, 'release' as what, a.* from article a
                    where scheduled_at >= :from and scheduled_at < :to
                        and publication <> 'KILLED'
                union all select embargoed_until, 'embargo', a.* from article a
                    where embargoed_until >= :from and embargoed_until < :to
                        and workflow <> 'SPIKED' and publication <> 'KILLED'
                union all select due_at, 'due', a.* from article a
                    where due_at >= :from and due_at < :to
                        and workflow not in ('RELEASED', 'SPIKED') and publication <> 'KILLED'
            ) as due order by at, id limit :most
            """;

    private final Session database;

    Calendar(Session database) {
        this.database = database;
    }

    /** What is due on some days, the earliest first; at most {@link #MOST}. */
    @Transactional
    List<CalendarEntry> on(Days days) {
        return database.createNativeQuery(DUE, Tuple.class)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .setParameter("most", MOST)
                .getResultStream()
                .map(row -> entry(row, days.zone()))
                .toList();
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
