package galley.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times as sources write them: RFC 822, RFC 3339 and ISO 8601 with all that is done to them, and
 * seconds or milliseconds since 1970. A time without a zone is taken for UTC, a date without a time
 * for its start.
 */
public final class FeedDate {
    private static final int MAX_LENGTH = 200;

    /** Before it there is no news, only a zero that was spoilt on its way. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final String WEEKDAY = "(?:\\p{L}[\\p{L}.]*(?:,\\s*|\\s+))?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH = "(?<month>\\p{L}{3,9})\\.?";
    private static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?"
                    + "(?:\\s*(?<half>[AaPp])\\.?[Mm]\\b\\.?)?";
    private static final String THEN_TIME = "(?:[,\\s]+(?:at\\s+)?" + TIME + ")?";
    private static final String ZONE =
            "\\s*(?<zone>[A-Za-z][A-Za-z/_]*)?"
                    + "\\s*(?:(?<sign>[+-])(?<hours>\\d{1,2}):?(?<minutes>\\d{2})?)?"
                    + "\\s*(?:\\(.*\\))?";

    private static final Pattern SINCE_1970 = Pattern.compile("\\d{9,10}|\\d{13}");
    private static final List<Pattern> FORMS =
            Stream.of(
                            "(?<year>(?:19|20)\\d{2})",
                            "(?<year>\\d{4})[-/.]0?(?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2})"
                                    + "(?:[Tt,\\s]+"
                                    + TIME
                                    + ")?)?"
                                    + ZONE,
                            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})"
                                    + "(?:[Tt]?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?)?"
                                    + ZONE,
                            DAY
                                    + "[\\s-]+"
                                    + MONTH
                                    + ",?[\\s-]+(?<year>\\d{4}|\\d{2})"
                                    + THEN_TIME
                                    + ZONE,
                            "(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})"
                                    + THEN_TIME
                                    + ZONE,
                            MONTH + "\\s+" + DAY + ",?\\s+(?<year>\\d{4})" + THEN_TIME + ZONE,
                            MONTH + "\\s+" + DAY + "\\s+" + TIME + ZONE + "\\s+(?<year>\\d{4})")
                    .map(form -> Pattern.compile(WEEKDAY + form))
                    .toList();
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    /** The zones that RFC 822 names, and others that mean one thing wherever news is written. */
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("ET", -5),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("CT", -6),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("MT", -7),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7),
                    Map.entry("PT", -8),
                    Map.entry("AST", -4),
                    Map.entry("AT", -4),
                    Map.entry("BST", 1),
                    Map.entry("WEST", 1),
                    Map.entry("CET", 1),
                    Map.entry("CEST", 2),
                    Map.entry("MET", 1),
                    Map.entry("MEST", 2),
                    Map.entry("EET", 2),
                    Map.entry("EEST", 3),
                    Map.entry("MSK", 3),
                    Map.entry("JST", 9),
                    Map.entry("AEST", 10),
                    Map.entry("AEDT", 11),
                    Map.entry("NZST", 12),
                    Map.entry("NZDT", 13));

    private FeedDate() {}

    /** The time that the text names, or null when it names none. */
    public static Instant parse(String text) {
        if (text == null || text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            var time = read(text.strip());
            boolean usual = time != null && !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
            return usual ? time : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant read(String text) {
        if (SINCE_1970.matcher(text).matches()) {
            long number = Long.parseLong(text);
            return text.length() > 10
                    ? Instant.ofEpochMilli(number)
                    : Instant.ofEpochSecond(number);
        }
        return FORMS.stream()
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(FeedDate::at)
                .orElse(null);
    }

    private static Instant at(Matcher parts) {
        int second = number(parts, "second", 0);
        var local =
                LocalDateTime.of(
                        year(part(parts, "year")),
                        month(part(parts, "month")),
                        number(parts, "day", 1),
                        hour(parts),
                        number(parts, "minute", 0),
                        second == 60 ? 59 : second); // a leap second is no other time to readers
        return local.toInstant(offset(parts));
    }

    private static int hour(Matcher parts) {
        int hour = number(parts, "hour", 0);
        var half = part(parts, "half");
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static ZoneOffset offset(Matcher parts) {
        if (part(parts, "sign") != null) {
            int sign = part(parts, "sign").equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(
                    sign * number(parts, "hours", 0), sign * number(parts, "minutes", 0));
        }
        var zone = part(parts, "zone");
        return zone == null
                ? ZoneOffset.UTC
                : ZoneOffset.ofHours(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() == 4) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        if (text == null) {
            return 1;
        }
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : 1 + MONTHS.indexOf(text.substring(0, 3).toLowerCase(Locale.ROOT));
    }

    private static int number(Matcher parts, String name, int otherwise) {
        var digits = part(parts, name);
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /** What a part of the form matched; null where it has none of this name. */
    private static String part(Matcher parts, String name) {
        return parts.namedGroups().containsKey(name) ? parts.group(name) : null;
    }
}
