package galley.editorial.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import org.hibernate.Session;

import galley.editorial.history.History;
import galley.events.ArticleTakenDown;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.SubscriberReceipt;
import galley.events.SubscribersReported;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

/**
 * Who has which version of an article, and who has confirmed its withdrawal, as publish reports.
 */
@ApplicationScoped
public class Receipts {
    /** Pages, API, feeds, topic and streams offer it to everybody, and can't tell who takes it. */
    static final String PUBLIC = "public";

    private static final TimeBasedEpochRandomGenerator IDS =
            Generators.timeBasedEpochRandomGenerator();

    /** After every receipt. */
    private static final Cursor START =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));

    /** What is older and comes later, or again, changes nothing. */
    private static final String KEEP =
            """
            insert into receipt as held (id, article_id, revision, version, door, subscriber, name,
                type, state, first_at, at, detail, trace_id)
            values (:id, :article, :revision, :version, :door, :subscriber, :name, :type, :state,
                :at, :at, :detail, :trace)
            on conflict (article_id, revision, door, subscriber) do update
            set name = excluded.name, type = excluded.type, state = excluded.state,
                at = excluded.at, detail = excluded.detail, trace_id = excluded.trace_id
            where held.at <= excluded.at
            """;

    private static final String PAGE =
            """
            select id, first_at, door, subscriber, name, type, revision, version, state, at, detail
            from receipt
            where article_id = :article and (first_at, id) < (:time, :id)
            and (cast(:version as int) is null or version = :version)
            order by first_at desc, id desc limit :most
            """;

    private static final String IN_TIME =
            """
            select id, first_at, door, subscriber, name, type, revision, version, state, at, detail,
                trace_id
            from receipt
            where article_id = :article and (at, id) > (:time, :id) order by at, id limit :most
            """;

    private final Session session;

    Receipts(Session session) {
        this.session = session;
    }

    /** Keeps what was reported, in the caller's transaction. */
    void keep(DeliveryEvent report) {
        switch (report) {
            case ArticleWentLive live -> keepPublic(live, ReceiptView.State.OFFERED);
            case ArticleTakenDown down -> keepPublic(down, ReceiptView.State.TAKEN_DOWN);
            case SubscribersReported subscribers ->
                    subscribers.receipts().forEach(it -> keep(subscribers, it));
        }
    }

    private void keepPublic(DeliveryEvent report, ReceiptView.State state) {
        keep(
                report,
                new SubscriberReceipt(null, null, PUBLIC, PUBLIC, null, report.at(), null),
                state);
    }

    private void keep(DeliveryEvent report, SubscriberReceipt it) {
        keep(report, it, ReceiptView.State.valueOf(it.state().name()));
    }

    private void keep(DeliveryEvent report, SubscriberReceipt it, ReceiptView.State state) {
        session.createNativeMutationQuery(KEEP)
                .setParameter("id", IDS.generate())
                .setParameter("article", report.articleId())
                .setParameter("revision", report.revision())
                .setParameter("version", report.version())
                .setParameter("door", it.door())
                .setParameter("subscriber", it.subscriber(), UUID.class)
                .setParameter("name", it.name(), String.class)
                .setParameter("type", it.type())
                .setParameter("state", state.name())
                .setParameter("at", it.at())
                .setParameter("detail", it.detail(), String.class)
                .setParameter("trace", History.traceId(), String.class)
                .executeUpdate();
    }

    /**
     * A page of an article's, the latest first.
     *
     * @param version of which version; null for all
     */
    Page<ReceiptView> page(UUID article, Integer version, PageRequest request) {
        Cursor after = request.after() == null ? START : request.after();
        List<Object[]> rows =
                session.createNativeQuery(PAGE, Object[].class)
                        .setParameter("article", article)
                        .setParameter("time", after.time())
                        .setParameter("id", after.id())
                        .setParameter("version", version, Integer.class)
                        .setParameter("most", request.rowsToRead())
                        .list();
        return Page.of(
                rows, request, row -> new Cursor((Instant) row[1], (UUID) row[0]), Receipts::view);
    }

    /**
     * An article's, in the order of the times since when they stand so.
     *
     * @param after the time and the id of the one before
     * @param most how many at most
     */
    public List<Receipt> inTime(UUID article, Cursor after, int most) {
        return session
                .createNativeQuery(IN_TIME, Object[].class)
                .setParameter("article", article)
                .setParameter("time", after.time())
                .setParameter("id", after.id())
                .setParameter("most", most)
                .list()
                .stream()
                .map(row -> new Receipt((UUID) row[0], view(row), (String) row[11]))
                .toList();
    }

    private static ReceiptView view(Object[] row) {
        return new ReceiptView(
                (String) row[2],
                (UUID) row[3],
                (String) row[4],
                (String) row[5],
                (Long) row[6],
                (Integer) row[7],
                ReceiptView.State.valueOf((String) row[8]),
                (Instant) row[9],
                (String) row[10]);
    }
}
