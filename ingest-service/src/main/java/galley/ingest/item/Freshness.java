package galley.ingest.item;

import galley.events.ItemContent;
import galley.ingest.format.Versions;

/**
 * Tells whether what comes is older than what is here: by the source's own version first, by the
 * version's time then, and by the item's time where a version has none. Where nothing tells, what
 * comes later is newer.
 */
final class Freshness {
    private Freshness() {}

    /** Whether the content that comes is of an earlier version than the one that is here. */
    static boolean isOlder(ItemContent coming, ItemContent present) {
        int byVersion = Versions.compare(coming.version(), present.version());
        if (byVersion != 0) {
            return byVersion < 0;
        }
        if (coming.versionCreated() != null && present.versionCreated() != null) {
            return coming.versionCreated().isBefore(present.versionCreated());
        }
        return coming.firstCreated() != null
                && present.firstCreated() != null
                && coming.firstCreated().isBefore(present.firstCreated());
    }
}
