package galley.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a subscriber has what it is sent.
 *
 * @param subscriber the subscription's id
 * @param name what the subscriber is called
 * @param door how it is sent, such as {@code webhook}
 * @param type of what is sent, such as {@code article.withdrawn}
 * @param at since when it stands so
 * @param detail why it has not got it, a sentence; null where there is nothing to say
 */
public record SubscriberReceipt(
        UUID subscriber,
        String name,
        String door,
        String type,
        ReceiptState state,
        Instant at,
        String detail) {}
