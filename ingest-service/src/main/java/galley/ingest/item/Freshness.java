package galley.ingest.item;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;

import galley.events.ItemContent;

/**
 * Tells whether what comes is older than what is here: by the source's own version first, by the
 * version's time then. Where neither tells, what comes later is newer.
 */
final class Freshness {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,20}(\\.\\d{1,20}){0,4}");

    private Freshness() {}

    /** Whether the content that comes is of an earlier version than the one that is here. */
    static boolean isOlder(ItemContent coming, ItemContent present) {
        int byVersion = compareVersions(coming.version(), present.version());
        return byVersion == 0
                ? isBefore(coming.versionCreated(), present.versionCreated())
                : byVersion < 0;
    }

    /** Versions that are no numbers have no order that anybody but their source knows. */
    private static int compareVersions(String one, String other) {
        if (one == null
                || other == null
                || !NUMBERS.matcher(one).matches()
                || !NUMBERS.matcher(other).matches()) {
            return 0;
        }
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static BigInteger[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).map(BigInteger::new).toArray(BigInteger[]::new);
    }

    private static boolean isBefore(Instant one, Instant other) {
        return one != null && other != null && one.isBefore(other);
    }
}
