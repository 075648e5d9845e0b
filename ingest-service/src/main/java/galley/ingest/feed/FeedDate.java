package galley.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 822 with all that is done to it, and RFC 3339. A time without a
 * zone is taken for UTC, a date without a time for its start.
 */
public final class FeedDate {
    private static final int MAX_LENGTH = 200;
    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?";
    private static final Pattern RFC_822 =
            Pattern.compile(
                    "(?:[\\p{L}.]+,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(\\p{L}{3,9})\\.?,?[\\s-]+"
                        + "(\\d{4}|\\d{2})(?:[,\\s]+"
                            + TIME
                            + ")?\\s*(.*)");
    private static final Pattern RFC_3339 =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt\\s]+" + TIME + ")?\\s*(.*)");
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s*\\(.*\\))?");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /** The zones that RFC 822 names, and the two of summer and winter in Europe. */
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7),
                    Map.entry("BST", 1),
                    Map.entry("CET", 1),
                    Map.entry("CEST", 2));

    private FeedDate() {}

    /** The time that the text names, or null when it names none. */
    public static Instant parse(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        var plain = text.strip();
        try {
            var iso = RFC_3339.matcher(plain);
            if (iso.matches()) {
                return at(number(iso, 1), number(iso, 2), number(iso, 3), iso);
            }
            var mail = RFC_822.matcher(plain);
            if (mail.matches()) {
                return at(year(mail.group(3)), month(mail.group(2)), number(mail, 1), mail);
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The time of day and the zone are the last four groups of both patterns. */
    private static Instant at(int year, int month, int day, Matcher parts) {
        int second = Math.min(59, number(parts, 6)); // a leap second is no other time to readers
        var local = LocalDateTime.of(year, month, day, number(parts, 4), number(parts, 5), second);
        return local.toInstant(offset(parts.group(7).strip().toUpperCase(Locale.ROOT)));
    }

    private static ZoneOffset offset(String zone) {
        var named = OFFSET.matcher(zone);
        if (named.matches()) {
            int sign = named.group(1).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * number(named, 2), sign * number(named, 3));
        }
        return ZoneOffset.ofHours(ZONES.getOrDefault(zone, 0));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() == 4) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int number(Matcher parts, int group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
