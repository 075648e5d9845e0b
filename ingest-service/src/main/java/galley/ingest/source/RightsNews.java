package galley.ingest.source;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import galley.events.SourceRightsChanged;
import galley.events.Topics;
import galley.messaging.Lane;
import galley.messaging.Outbox;
import galley.messaging.OutgoingEvent;

/**
 * Tells editorial what a source allows from now on: items carry it, but those that were read before
 * carry what it allowed then.
 */
@ApplicationScoped
class RightsNews {
    private final Outbox outbox;
    private final ObjectMapper json;

    RightsNews(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /**
     * Leaves the event in the outbox, in the caller's transaction.
     *
     * @param source as it is after the change
     */
    void tell(Source source, Instant now) {
        outbox.append(
                new OutgoingEvent(
                        Lane.LIVE,
                        Topics.INGESTED,
                        source.id().toString(),
                        SourceRightsChanged.TYPE,
                        source.revision(),
                        bytes(
                                new SourceRightsChanged(
                                        source.id(), source.revision(), now, source.rights()))));
    }

    private byte[] bytes(SourceRightsChanged event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and times is always JSON", e);
        }
    }
}
