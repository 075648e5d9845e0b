package galley.publish.edition;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/**
 * The live articles by the time at which they were first published, which never changes: an old
 * month stays as it is unless one of its own articles changes.
 */
@ApplicationScoped
public class PublicationDates {
    /** Month by month, so that the index alone is read, and nothing is sorted. */
    private static final String MONTHS =
            """
            select to_char(month, 'YYYY-MM'), it.live, it.fingerprint, it.changed_at
            from generate_series(cast(:first as timestamp), cast(:last as timestamp),
                    interval '1 month') month,
                lateral (
                    select count(*) filter (where state = 'LIVE') as live,
                        bit_xor(uuid_hash_extended(id, revision)) filter (where state = 'LIVE')
                            as fingerprint,
                        max(changed_at) as changed_at
                    from edition_article
                    where shown and published_at >= month at time zone 'UTC'
                        and published_at < (month + interval '1 month') at time zone 'UTC'
                ) it
            where it.live > 0
            order by month
            """;

    private static final String SPAN =
            """
            select min(e.publishedAt), max(e.publishedAt) from Entry e
            where e.shown and e.publishedAt is not null
            """;

    private static final String ARTICLES =
            """
            select e.slug, e.headline, e.language, e.publishedAt, e.updatedAt from Entry e
            where e.state = LIVE and e.publishedAt >= :from and e.publishedAt < :to
            """;

    /** After everything. */
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

    private final Session session;

    PublicationDates(Session session) {
        this.session = session;
    }

    /** Every month that has live articles, the oldest first. */
    public List<PublicationMonth> months() {
        var span = session.createSelectionQuery(SPAN, Tuple.class).getSingleResult();
        var first = span.get(0, Instant.class);
        return first == null
                ? List.of()
                : between(monthOf(first), monthOf(span.get(1, Instant.class)));
    }

    /** A month; empty when it has no live article. */
    public Optional<PublicationMonth> month(YearMonth month) {
        return between(month, month).stream().findFirst();
    }

    private List<PublicationMonth> between(YearMonth first, YearMonth last) {
        return session
                .createNativeQuery(MONTHS, Tuple.class)
                .setParameter("first", first.atDay(1).atStartOfDay())
                .setParameter("last", last.atDay(1).atStartOfDay())
                .getResultList()
                .stream()
                .map(
                        row ->
                                new PublicationMonth(
                                        YearMonth.parse(row.get(0, String.class)),
                                        row.get(1, Long.class).intValue(),
                                        row.get(2, Long.class),
                                        row.get(3, Instant.class)))
                .toList();
    }

    /** The articles of a month, in the order in which they were published. */
    public List<PublishedArticle> articles(YearMonth month, int offset, int limit) {
        return articles(start(month), start(month.plusMonths(1)), "order by e.publishedAt, e.id")
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What was first published at this time or later, the newest first. */
    public List<PublishedArticle> since(Instant time, int limit) {
        return articles(time, END, "order by e.publishedAt desc, e.id desc")
                .setMaxResults(limit)
                .getResultList();
    }

    private SelectionQuery<PublishedArticle> articles(Instant from, Instant to, String order) {
        return session.createSelectionQuery(ARTICLES + order, PublishedArticle.class)
                .setParameter("from", from)
                .setParameter("to", to);
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
