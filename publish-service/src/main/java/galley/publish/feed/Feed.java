package galley.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A feed, whatever its format.
 *
 * @param home the absolute address of the page that shows the same
 * @param address the absolute address of the feed itself
 * @param hub the absolute address of the hub that tells of its changes
 * @param entries the newest first
 * @param withdrawals of articles that copies may still be of, the latest first
 */
record Feed(
        String title,
        String description,
        String language,
        String home,
        String address,
        String hub,
        List<FeedEntry> entries,
        List<Withdrawal> withdrawals) {

    /** When the latest change or withdrawal was; the epoch for a feed of nothing. */
    Instant updatedAt() {
        return Stream.concat(
                        entries.stream().map(FeedEntry::updatedAt),
                        withdrawals.stream().map(Withdrawal::when))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
