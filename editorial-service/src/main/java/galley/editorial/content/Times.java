package galley.editorial.content;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times that people send. */
public final class Times {
    /** The times that RFC 3339 can write. */
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    /** Whether a year of four digits can say it. */
    public static boolean isWritable(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(END);
    }

    /** The database keeps microseconds; what was stored must equal what was sent. */
    public static Instant asStored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
