package galley.publish.html;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A day, ready for a template.
 *
 * @param text as people write it, for example {@code 20 May 2026}
 * @param iso for machines: a date, or a time in UTC where it is known
 */
public record DayView(String text, String iso) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A day of the calendar; null stays null. */
    public static DayView of(LocalDate day) {
        return day == null ? null : new DayView(DAY.format(day), day.toString());
    }

    /** The day of a time, in UTC; null stays null. */
    public static DayView of(Instant time) {
        return time == null
                ? null
                : new DayView(DAY.format(time.atOffset(ZoneOffset.UTC)), time.toString());
    }
}
