package galley.events;

import java.util.Map;

/** An accepted decision or save, with the whole article as it is after it. */
public sealed interface LifecycleEvent
        permits ArticleReceived,
                ArticleEdited,
                ArticleSubmitted,
                ArticleWithdrawn,
                ArticleApproved,
                ArticleChangesRequested,
                ArticleRejected,
                ArticleReleased,
                ArticleKilled {

    /** Every event of this family by its CloudEvents type. */
    Map<String, Class<? extends LifecycleEvent>> TYPES =
            Map.ofEntries(
                    Map.entry(ArticleReceived.TYPE, ArticleReceived.class),
                    Map.entry(ArticleEdited.TYPE, ArticleEdited.class),
                    Map.entry(ArticleSubmitted.TYPE, ArticleSubmitted.class),
                    Map.entry(ArticleWithdrawn.TYPE, ArticleWithdrawn.class),
                    Map.entry(ArticleApproved.TYPE, ArticleApproved.class),
                    Map.entry(ArticleChangesRequested.TYPE, ArticleChangesRequested.class),
                    Map.entry(ArticleRejected.TYPE, ArticleRejected.class),
                    Map.entry(ArticleReleased.TYPE, ArticleReleased.class),
                    Map.entry(ArticleKilled.TYPE, ArticleKilled.class));

    /** The article after the decision. */
    Article article();

    /** Who decided, and when. */
    Decision decision();

    /** The CloudEvents type. */
    default String type() {
        return switch (this) {
            case ArticleReceived _ -> ArticleReceived.TYPE;
            case ArticleEdited _ -> ArticleEdited.TYPE;
            case ArticleSubmitted _ -> ArticleSubmitted.TYPE;
            case ArticleWithdrawn _ -> ArticleWithdrawn.TYPE;
            case ArticleApproved _ -> ArticleApproved.TYPE;
            case ArticleChangesRequested _ -> ArticleChangesRequested.TYPE;
            case ArticleRejected _ -> ArticleRejected.TYPE;
            case ArticleReleased _ -> ArticleReleased.TYPE;
            case ArticleKilled _ -> ArticleKilled.TYPE;
        };
    }
}
