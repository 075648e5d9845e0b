package galley.ingest.item;

import java.time.Instant;
import java.util.UUID;

/**
 * An item that says the same as another one.
 *
 * @param source the id of its source
 * @param receivedAt when it came, as it stands now
 * @param score how alike the texts are, from above 0 to 1
 */
public record SimilarItem(
        UUID item, UUID articleId, UUID source, String headline, Instant receivedAt, double score) {

    /** An item with what it says now. */
    record Said(Item item, ItemRevision revision) {}

    static SimilarItem of(Said said, double score) {
        var item = said.item;
        return new SimilarItem(
                item.id,
                item.articleId,
                item.sourceId,
                said.revision.content.headline(),
                said.revision.receivedAt,
                Math.round(score * 100) / 100.0);
    }
}
