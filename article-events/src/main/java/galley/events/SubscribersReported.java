package galley.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How subscribers stand to a version of the article, or to its withdrawal: those of whom something
 * changed since the last report.
 */
public record SubscribersReported(
        UUID articleId, long revision, int version, Instant at, List<SubscriberReceipt> receipts)
        implements DeliveryEvent {
    /** CloudEvents type. */
    public static final String TYPE = "galley.article.subscribers-reported.v1";

    /** Copies the list; null counts as none. */
    public SubscribersReported {
        receipts = receipts == null ? List.of() : List.copyOf(receipts);
    }
}
