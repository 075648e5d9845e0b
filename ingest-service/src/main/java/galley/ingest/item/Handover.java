package galley.ingest.item;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.ArticleIngested;
import galley.events.ItemContent;
import galley.events.Topics;
import galley.ingest.routing.RoutingDecision;
import galley.messaging.Outbox;
import galley.messaging.OutboxConfig;
import galley.messaging.OutgoingEvent;

/** Hands items on to editorial. */
@ApplicationScoped
class Handover {
    /** What the event's headers may take beside its data. */
    private static final int HEADERS = 4 * 1024;

    private final Outbox outbox;
    private final ObjectMapper json;
    private final long maxSize;

    Handover(Outbox outbox, OutboxConfig config, ObjectMapper json) {
        this.outbox = outbox;
        this.maxSize = (long) config.maxRecordSize() - HEADERS;
        this.json = json;
    }

    /** Leaves the event in the outbox, in the caller's transaction. */
    void handOn(
            Item item,
            long revision,
            Delivery delivery,
            ItemContent content,
            RoutingDecision routing)
            throws ArticleTooLargeException {
        var event =
                new ArticleIngested(
                        item.articleId,
                        item.id,
                        revision,
                        delivery.source().reference(),
                        delivery.format(),
                        delivery.receivedAt(),
                        delivery.sha256(),
                        content,
                        delivery.source().rights(),
                        routing == null ? null : routing.outcome());
        var data = bytes(event);
        // Checked here because the outbox's own refusal would take the whole transaction along.
        if (data.length > maxSize) {
            throw new ArticleTooLargeException(data.length, maxSize);
        }
        outbox.append(
                new OutgoingEvent(
                        delivery.lane(),
                        Topics.INGESTED,
                        item.articleId.toString(),
                        ArticleIngested.TYPE,
                        revision,
                        data));
    }

    private byte[] bytes(ArticleIngested event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and times is always JSON", e);
        }
    }
}
