package galley.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What publish has committed; it tells editorial what readers and subscribers get. */
public sealed interface DeliveryEvent
        permits ArticleWentLive, ArticleTakenDown, SubscribersReported {

    /** Every event of this family by its CloudEvents type. */
    Map<String, Class<? extends DeliveryEvent>> TYPES =
            Map.of(
                    ArticleWentLive.TYPE,
                    ArticleWentLive.class,
                    ArticleTakenDown.TYPE,
                    ArticleTakenDown.class,
                    SubscribersReported.TYPE,
                    SubscribersReported.class);

    /** The article. */
    UUID articleId();

    /** The revision that was committed. */
    long revision();

    /** The version that was committed. */
    int version();

    /** When it was committed. */
    Instant at();

    /** The CloudEvents type. */
    default String type() {
        return switch (this) {
            case ArticleWentLive _ -> ArticleWentLive.TYPE;
            case ArticleTakenDown _ -> ArticleTakenDown.TYPE;
            case SubscribersReported _ -> SubscribersReported.TYPE;
        };
    }
}
