package galley.events;

import java.time.Instant;
import java.util.UUID;

/** Readers no longer get the article: it was killed or withheld. */
public record ArticleTakenDown(UUID articleId, long revision, int version, Instant at)
        implements DeliveryEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.taken-down.v1";
}
