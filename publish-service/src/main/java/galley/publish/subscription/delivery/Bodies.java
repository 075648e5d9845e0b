package galley.publish.subscription.delivery;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;

import galley.publish.announcement.AnnouncementLog;
import galley.publish.announcement.Notice;
import galley.publish.edition.Edition;
import galley.publish.edition.Signatures;

/** Makes what is sent: the same bytes at every try. */
@ApplicationScoped
class Bodies {
    private final AnnouncementLog log;
    private final Edition edition;
    private final Signatures signatures;
    private final ObjectMapper json;

    Bodies(AnnouncementLog log, Edition edition, Signatures signatures, ObjectMapper json) {
        this.log = log;
        this.edition = edition;
        this.signatures = signatures;
        this.json = json;
    }

    /**
     * The event as UTF-8 JSON; empty when its text was taken back since, or is no longer kept. To
     * be asked at each try, right before it.
     */
    @Transactional
    Optional<byte[]> of(DueDelivery due) {
        return notice(due).map(notice -> event(due, notice));
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
        var event = json.createObjectNode();
        event.put("type", due.type());
        event.put("timestamp", due.announcedAt().toString());
        event.putObject("data")
                .put("articleId", due.article().toString())
                .put("revision", due.revision())
                .put("version", due.version())
                .put("signature", notice.signature())
                .putRawValue("document", new RawValue(notice.document()));
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of no JSON: " + due.id(), e);
        }
    }
}
