package galley.publish.subscription.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;

import galley.publish.announcement.AnnouncementLog;

/** Makes what is sent: the same bytes at every try. */
@ApplicationScoped
class Bodies {
    private final AnnouncementLog log;
    private final ObjectMapper json;

    Bodies(AnnouncementLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    /**
     * The event as UTF-8 JSON; empty when its text was taken back since, or is no longer kept. To
     * be asked at each try, right before it.
     */
    Optional<byte[]> of(DueDelivery due) {
        return document(due).map(document -> event(due, document));
    }

    private Optional<String> document(DueDelivery due) {
        if (due.notice() != null) {
            return Optional.of(due.notice());
        }
        return log.after(due.position() - 1, 1).stream()
                .filter(announcement -> announcement.position() == due.position())
                .findFirst()
                .flatMap(announcement -> Optional.ofNullable(announcement.document()));
    }

    private byte[] event(DueDelivery due, String document) {
        var event = json.createObjectNode();
        event.put("type", due.type());
        event.put("timestamp", due.announcedAt().toString());
        event.putObject("data")
                .put("articleId", due.article().toString())
                .put("revision", due.revision())
                .put("version", due.version())
                .putRawValue("document", new RawValue(document));
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of no JSON: " + due.id(), e);
        }
    }
}
