package galley.publish.subscription.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.publish.subscription.Subscriptions;

/** What was sent to a subscriber, and how that went. */
@ApplicationScoped
class DeliveryLog {
    private static final TypeReference<List<Try>> TRIES = new TypeReference<>() {};

    /** After every delivery. */
    private static final Cursor START =
            new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1L, -1L));

    private static final String PAGE =
            """
            select id, type, article_id, revision, version, state, replay_id is not null as again,
                announced_at, created_at, cast(tries as text) as tried, next_at, ended_at
            from subscription_delivery
            where subscription_id = :subscription and (created_at, id) < (:time, :id)
            and (cast(:article as uuid) is null or article_id = :article)
            order by created_at desc, id desc limit :most
            """;

    private final Session session;
    private final Subscriptions subscriptions;
    private final ObjectMapper json;

    DeliveryLog(Session session, Subscriptions subscriptions, ObjectMapper json) {
        this.session = session;
        this.subscriptions = subscriptions;
        this.json = json;
    }

    /**
     * A page of one of the caller's subscriptions, the latest first.
     *
     * @param article whose deliveries; null for all
     * @throws Problem 404
     */
    @Transactional
    Page<DeliveryView> page(UUID subscription, UUID article, PageRequest request) {
        subscriptions.get(subscription);
        Cursor after = request.after() == null ? START : request.after();
        List<DeliveryView> rows =
                session
                        .createNativeQuery(PAGE, Object[].class)
                        .setParameter("subscription", subscription)
                        .setParameter("time", after.time())
                        .setParameter("id", after.id())
                        .setParameter("article", article, UUID.class)
                        .setParameter("most", request.rowsToRead())
                        .list()
                        .stream()
                        .map(this::view)
                        .toList();
        return Page.of(rows, request, it -> new Cursor(it.createdAt(), it.id()), it -> it);
    }

    private DeliveryView view(Object[] row) {
        DeliveryState state = DeliveryState.valueOf((String) row[5]);
        return new DeliveryView(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                (Long) row[3],
                (Integer) row[4],
                state,
                (Boolean) row[6],
                (Instant) row[7],
                (Instant) row[8],
                tries((String) row[9]),
                state == DeliveryState.PENDING ? (Instant) row[10] : null,
                (Instant) row[11]);
    }

    private List<Try> tries(String text) {
        try {
            return json.readValue(text, TRIES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A delivery's tries are no JSON", e);
        }
    }
}
