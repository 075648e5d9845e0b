package galley.publish.subscription.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import galley.publish.announcement.AnnouncementLog;
import galley.publish.announcement.Notice;
import galley.publish.edition.Edition;
import galley.publish.edition.Signatures;
import galley.publish.purge.Purge;
import galley.publish.purge.Purges;
import galley.publish.subscription.EventType;

/**
 * Makes what is sent: of an article the same bytes at every try, for a cache what it has to drop by
 * now.
 */
@ApplicationScoped
class Bodies {
    private final AnnouncementLog log;
    private final Edition edition;
    private final Signatures signatures;
    private final Purges purges;
    private final ObjectMapper json;

    Bodies(
            AnnouncementLog log,
            Edition edition,
            Signatures signatures,
            Purges purges,
            ObjectMapper json) {
        this.log = log;
        this.edition = edition;
        this.signatures = signatures;
        this.purges = purges;
        this.json = json;
    }

    /**
     * The event as UTF-8 JSON; empty when its text was taken back since, or is no longer kept. To
     * be asked at each try, right before it.
     */
    @Transactional
    Optional<byte[]> of(DueDelivery due) {
        return due.type().equals(EventType.PURGE.wireName())
                ? Optional.of(purge(due))
                : notice(due).map(notice -> event(due, notice));
    }

    private byte[] purge(DueDelivery due) {
        Purge purge = purges.of(due.article());
        ObjectNode data = json.createObjectNode();
        data.put("articleId", due.article().toString())
                .put("revision", due.revision())
                .put("status", purge.status())
                .putPOJO("surrogateKeys", purge.surrogateKeys())
                .putPOJO("addresses", purge.addresses());
        return event(due, data);
    }

    private Optional<Notice> notice(DueDelivery due) {
        if (due.notice() != null) {
            // what is withdrawn goes out all the same where nobody knows any more what vouches for
            // it
            String signature = edition.findTold(due.article()).map(signatures::of).orElse(null);
            return Optional.of(new Notice(due.notice(), signature));
        }
        return log.after(due.position() - 1, 1).stream()
                .filter(announcement -> announcement.position() == due.position())
                .findFirst()
                .filter(announcement -> announcement.document() != null)
                .map(announcement -> new Notice(announcement.document(), announcement.signature()));
    }

    private byte[] event(DueDelivery due, Notice notice) {
        ObjectNode data = json.createObjectNode();
        data.put("articleId", due.article().toString())
                .put("revision", due.revision())
                .put("version", due.version())
                .put("signature", notice.signature())
                .putRawValue("document", new RawValue(notice.document()));
        return event(due, data);
    }

    private byte[] event(DueDelivery due, ObjectNode data) {
        ObjectNode event = json.createObjectNode();
        event.put("type", due.type());
        event.put("timestamp", due.announcedAt().toString());
        event.set("data", data);
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of no JSON: " + due.id(), e);
        }
    }
}
