package galley.publish.subscription.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a subscriber was sent, or is to be, as its owner sees it.
 *
 * @param id the header {@code webhook-id}
 * @param type the event's
 * @param replay whether it was sent again by request
 * @param announcedAt when the public was told
 * @param tries how each try went, in order
 * @param nextAt when it is tried next; null while a try is under way, and once it ended
 * @param endedAt null while it has not
 */
record DeliveryView(
        UUID id,
        String type,
        UUID articleId,
        long revision,
        int version,
        DeliveryState state,
        boolean replay,
        Instant announcedAt,
        Instant createdAt,
        List<Try> tries,
        Instant nextAt,
        Instant endedAt) {}
