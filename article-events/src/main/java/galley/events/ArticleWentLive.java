package galley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Readers get this version.
 *
 * @param url its public address
 */
public record ArticleWentLive(UUID articleId, long revision, int version, String url, Instant at)
        implements DeliveryEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.live.v1";
}
