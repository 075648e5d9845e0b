package galley.publish.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed, whatever its format.
 *
 * @param home the absolute address of the publication
 * @param address the absolute address of the feed itself
 * @param entries the newest first
 */
record Feed(
        String title,
        String description,
        String language,
        String home,
        String address,
        List<FeedEntry> entries) {

    /** When the newest change to any entry was made; the epoch for a feed without entries. */
    Instant updatedAt() {
        return entries.stream()
                .map(FeedEntry::updatedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
