package galley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Ingest read a new item, or a changed one.
 *
 * @param articleId the article that the item is or becomes
 * @param item id of the item
 * @param itemRevision 1 for a new item, one more for each change of it
 * @param format the format that was read, for example {@code rss}
 * @param rawSha256 hash of the document the item was read from, in lower-case hexadecimal
 * @param rights what may be done with the source's items; null where its record says nothing
 * @param routing what rules decided; null where none applied
 */
public record ArticleIngested(
        UUID articleId,
        UUID item,
        long itemRevision,
        SourceReference source,
        String format,
        Instant receivedAt,
        String rawSha256,
        ItemContent content,
        SourceRights rights,
        Routing routing) {

    /** CloudEvents type. */
    public static final String TYPE = "galley.article.ingested.v1";
}
