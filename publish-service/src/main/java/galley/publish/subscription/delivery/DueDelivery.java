package galley.publish.subscription.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something whose turn it is, and that nobody else sends meanwhile.
 *
 * @param id the same at every try
 * @param secrets that sign, the newest first
 * @param position of the announcement
 * @param type the event's
 * @param notice the document of a withdrawal; null for a text, which stays in the log
 * @param attempts the number of this try, from 1
 * @param firstAt when it was first tried
 */
record DueDelivery(
        UUID id,
        UUID subscription,
        String url,
        List<String> secrets,
        long position,
        Instant announcedAt,
        UUID article,
        long revision,
        int version,
        String type,
        String notice,
        int attempts,
        Instant firstAt) {}
