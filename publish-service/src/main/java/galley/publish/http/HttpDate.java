package galley.publish.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as HTTP (RFC 9110, section 5.6.7) and RSS (RFC 822) write them: whole seconds, in GMT. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** A change is committed a moment after the time that is noted with it. */
    private static final Duration SETTLED = Duration.ofSeconds(3);

    private HttpDate() {}

    /** For example {@code Wed, 06 May 2026 10:00:00 GMT}. */
    public static String format(Instant time) {
        return FORMAT.format(time);
    }

    /**
     * The {@code Last-Modified} of a list that may change several times within one second. Until
     * the last change is a few seconds old it is told a second early: a client that came back with
     * the time itself would not learn of another change in the same second.
     *
     * @param lastChange may be null
     */
    public static Instant settled(Instant lastChange, Instant now) {
        return lastChange != null && lastChange.plus(SETTLED).isAfter(now)
                ? lastChange.minusSeconds(1)
                : lastChange;
    }

    /**
     * Whether nothing changed since the time that a client names.
     *
     * @param ifModifiedSince the header as it came, or null; what is no date counts as none
     * @param lastModified may be null
     */
    static boolean isKnownTo(String ifModifiedSince, Instant lastModified) {
        if (ifModifiedSince == null || lastModified == null) {
            return false;
        }
        try {
            var known = FORMAT.parse(ifModifiedSince, Instant::from);
            return !lastModified.truncatedTo(ChronoUnit.SECONDS).isAfter(known);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
