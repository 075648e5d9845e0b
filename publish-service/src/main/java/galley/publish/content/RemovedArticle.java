package galley.publish.content;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import galley.events.Publication;
import galley.publish.edition.Entry;
import galley.publish.edition.State;

/**
 * What is left of an article that readers had and do not get any more: whoever keeps a copy drops
 * it.
 *
 * @param revision the same number as {@code ce_sequence} on the public topic
 * @param version what the public counts
 * @param publication killed, which is for ever, or withheld, which may end
 * @param withdrawnAt when it was decided that it is killed; when it was withheld here
 * @param headline what a killed article was called; else null
 * @param note why it was killed, or null
 */
@Schema(name = "RemovedArticle")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RemovedArticle(
        UUID id,
        long revision,
        int version,
        Publication publication,
        Instant withdrawnAt,
        String headline,
        String note) {

    static RemovedArticle of(Entry entry) {
        boolean killed = entry.state() == State.KILLED;
        return new RemovedArticle(
                entry.id(),
                entry.asVersion().revision(),
                entry.version(),
                killed ? Publication.KILLED : Publication.WITHHELD,
                killed ? entry.updatedAt() : entry.changedAt(),
                killed ? entry.headline() : null,
                killed ? entry.note() : null);
    }
}
