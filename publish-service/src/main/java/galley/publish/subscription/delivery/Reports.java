package galley.publish.subscription.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hibernate.Session;

import galley.events.ReceiptState;
import galley.events.SubscriberReceipt;
import galley.events.SubscribersReported;
import galley.events.Topics;
import galley.messaging.Lane;
import galley.messaging.Outbox;
import galley.messaging.OutgoingEvent;

/**
 * Tells editorial how subscribers stand to what they are sent: of each article at once what changed
 * since the last look.
 */
@ApplicationScoped
class Reports {
    private static final String DOOR = "webhook";
    private static final int BATCH = 500;

    private static final String CHANGED =
            """
            select d.id, d.article_id, d.revision, d.version, d.urgency, d.subscription_id, s.name,
                d.type, d.state, d.changed_at,
                case when s.state = 'DISABLED' and d.state in ('PENDING', 'SENDING')
                    then 'The subscription is disabled. ' || s.disabled_reason end as held,
                d.tries -> -1 ->> 'problem' as problem
            from subscription_delivery d join subscription s on s.id = d.subscription_id
            where not d.reported order by d.changed_at limit :most
            for no key update of d skip locked
            """;

    private static final String REPORTED =
            "update subscription_delivery set reported = true where id in :ids";

    private final Session session;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Reports(Session session, Outbox outbox, ObjectMapper json, Clock clock) {
        this.session = session;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** Reports all that changed. */
    void reportAll() {
        while (report() == BATCH) {
            // the next ones
        }
    }

    /** One step of {@link #reportAll}; answers how many deliveries there were. */
    @Transactional
    int report() {
        List<Object[]> rows =
                session.createNativeQuery(CHANGED, Object[].class)
                        .setParameter("most", BATCH)
                        .list();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<About, List<SubscriberReceipt>> reports =
                rows.stream()
                        .collect(
                                Collectors.groupingBy(
                                        About::of,
                                        Collectors.mapping(Reports::receipt, Collectors.toList())));
        reports.forEach(this::send);
        session.createNativeMutationQuery(REPORTED)
                .setParameterList("ids", rows.stream().map(row -> (UUID) row[0]).toList())
                .executeUpdate();
        return rows.size();
    }

    /** Whoever waits for a withdrawal learns of it before the rest. */
    private void send(About about, List<SubscriberReceipt> receipts) {
        var report =
                new SubscribersReported(
                        about.article(),
                        about.revision(),
                        about.version(),
                        clock.instant(),
                        receipts);
        try {
            outbox.append(
                    new OutgoingEvent(
                            about.urgent() ? Lane.LIVE : Lane.BULK,
                            Topics.DELIVERY,
                            about.article().toString(),
                            report.type(),
                            about.revision(),
                            json.writeValueAsBytes(report)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report of no JSON", e);
        }
    }

    private static SubscriberReceipt receipt(Object[] row) {
        String held = (String) row[10];
        ReceiptState state = held != null ? ReceiptState.FAILED : stateOf((String) row[8]);
        String detail = held != null ? held : (String) row[11];
        return new SubscriberReceipt(
                (UUID) row[5],
                (String) row[6],
                DOOR,
                (String) row[7],
                state,
                (Instant) row[9],
                state == ReceiptState.FAILED ? detail : null);
    }

    private static ReceiptState stateOf(String state) {
        return switch (DeliveryState.valueOf(state)) {
            case PENDING, SENDING -> ReceiptState.PENDING;
            case DELIVERED -> ReceiptState.CONFIRMED;
            case FAILED -> ReceiptState.FAILED;
            case OVERTAKEN -> ReceiptState.OVERTAKEN;
        };
    }

    /** What a report is about. */
    private record About(UUID article, long revision, int version, boolean urgent) {
        static About of(Object[] row) {
            return new About(
                    (UUID) row[1],
                    (Long) row[2],
                    (Integer) row[3],
                    ((Number) row[4]).intValue() == 0);
        }
    }
}
