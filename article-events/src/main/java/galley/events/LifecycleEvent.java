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
                ArticleKilled,
                ArticleScheduled,
                ArticleUnscheduled,
                ArticleCorrectionBegun,
                ArticleUpdateBegun,
                ArticleWithheld,
                ArticleReinstated,
                ArticleSpiked,
                ArticleRestored,
                ArticleAssigned {

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
                    Map.entry(ArticleKilled.TYPE, ArticleKilled.class),
                    Map.entry(ArticleScheduled.TYPE, ArticleScheduled.class),
                    Map.entry(ArticleUnscheduled.TYPE, ArticleUnscheduled.class),
                    Map.entry(ArticleCorrectionBegun.TYPE, ArticleCorrectionBegun.class),
                    Map.entry(ArticleUpdateBegun.TYPE, ArticleUpdateBegun.class),
                    Map.entry(ArticleWithheld.TYPE, ArticleWithheld.class),
                    Map.entry(ArticleReinstated.TYPE, ArticleReinstated.class),
                    Map.entry(ArticleSpiked.TYPE, ArticleSpiked.class),
                    Map.entry(ArticleRestored.TYPE, ArticleRestored.class),
                    Map.entry(ArticleAssigned.TYPE, ArticleAssigned.class));

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
            case ArticleScheduled _ -> ArticleScheduled.TYPE;
            case ArticleUnscheduled _ -> ArticleUnscheduled.TYPE;
            case ArticleCorrectionBegun _ -> ArticleCorrectionBegun.TYPE;
            case ArticleUpdateBegun _ -> ArticleUpdateBegun.TYPE;
            case ArticleWithheld _ -> ArticleWithheld.TYPE;
            case ArticleReinstated _ -> ArticleReinstated.TYPE;
            case ArticleSpiked _ -> ArticleSpiked.TYPE;
            case ArticleRestored _ -> ArticleRestored.TYPE;
            case ArticleAssigned _ -> ArticleAssigned.TYPE;
        };
    }
}
