package galley.publish.hub;

import java.net.URI;
import java.util.UUID;

/**
 * A subscription whose feed may have changed.
 *
 * @param secret null for unsigned
 * @param wanted position of the announcements as of which it is to know the feed
 * @param content hash of the feed that it knows
 * @param failures in a row
 */
record DueDelivery(
        UUID id,
        String topic,
        URI callback,
        String secret,
        long wanted,
        String content,
        int failures) {}
