package galley.ingest.item;

import java.time.Instant;

import galley.events.ItemContent;
import galley.ingest.format.Versions;

/**
 * Tells whether what comes is older than what is here: by the source's own version first, by the
 * version's time then. Where neither tells, what comes later is newer.
 */
final class Freshness {
    private Freshness() {}

    /** Whether the content that comes is of an earlier version than the one that is here. */
    static boolean isOlder(ItemContent coming, ItemContent present) {
        int byVersion = Versions.compare(coming.version(), present.version());
        return byVersion == 0
                ? isBefore(coming.versionCreated(), present.versionCreated())
                : byVersion < 0;
    }

    private static boolean isBefore(Instant one, Instant other) {
        return one != null && other != null && one.isBefore(other);
    }
}
