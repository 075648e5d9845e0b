package galley.ingest.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import galley.events.Dateline;
import galley.ingest.format.PlainText;

/**
 * Reads datelines as they stand in agencies' texts: {@code PORTO, May 20 (Lusa) —}, {@code
 * Bruselas, 16 ene (EFE).-}, {@code (ANSA) - Rome, October 11 -}, {@code MOSCOW, January 21.
 * /TASS/.}
 */
final class DatelineText {
    private static final String AGENCY = "[(/](?<agency>\\p{L}[\\p{L}\\p{M}\\s.&-]{1,40})[)/]";
    private static final String DASH = "[-–—_]{1,3}";
    private static final String SPACE = "[\\s\\p{Z}]";
    private static final String WHERE = "(?<where>[\\p{L}\\p{M}\\d\\s.,'’/-]{1,90}?)";
    private static final String CAPITALS = "(?<where>\\p{Lu}[\\p{Lu}\\p{M}\\s.,'’/-]{1,60}?)";

    /** The forms in which agencies write datelines; the first that fits counts. */
    private static final List<Pattern> FORMS =
            Stream.of(
                            WHERE
                                    + "[\\s,.]*"
                                    + AGENCY
                                    + "(?:[.:]?"
                                    + SPACE
                                    + "*"
                                    + DASH
                                    + "|[:.])",
                            AGENCY + "\\s*" + DASH + "\\s*" + WHERE + "\\s+" + DASH,
                            AGENCY + "\\s*" + DASH,
                            CAPITALS + "\\s+" + DASH)
                    .map(form -> SPACE + "*" + form + "(?=" + SPACE + "|$)" + SPACE + "*")
                    .map(Pattern::compile)
                    .toList();

    private static final Pattern NAMED = Pattern.compile("^(.*?)" + AGENCY + "(.*)$");
    private static final Pattern ENDS_IN_DATE =
            Pattern.compile(
                    "(?:^|[\\s,.]+)(?:(?<month>\\p{L}{3,10})\\.?\\s+(?<day>\\d{1,2})|"
                            + "(?<day2>\\d{1,2})\\.?\\s+(?:de\\s+)?(?<month2>\\p{L}{3,10})\\.?)"
                            + "(?:[\\s,]+(?:de\\s+)?(?<year>\\d{4}))?\\.?$");
    private static final Pattern AROUND = Pattern.compile("^[\\s,.:–—_-]+|[\\s,:–—_-]+$");
    private static final int MOST_WORDS = 9;

    /** Longer than any dateline. */
    static final int LONGEST = 240;

    private DatelineText() {}

    /**
     * How many characters the dateline takes with which the text starts, as far as its form shows:
     * 0 when it starts with none.
     */
    static int length(String text) {
        var start = text.substring(0, Math.min(text.length(), LONGEST));
        return FORMS.stream()
                .map(form -> form.matcher(start))
                .filter(dateline -> dateline.lookingAt() && startsLikeAPlace(dateline))
                .findFirst()
                .map(Matcher::end)
                .orElse(0);
    }

    private static boolean startsLikeAPlace(Matcher dateline) {
        if (!dateline.namedGroups().containsKey("where")) {
            return true;
        }
        var where = dateline.group("where").strip();
        return where.split("\\s+").length <= MOST_WORDS
                && !where.isEmpty()
                && Character.isUpperCase(where.codePointAt(0));
    }

    /**
     * The parts of a dateline.
     *
     * @param text the whole dateline
     * @param about a day near that of the report, which the year is taken from where the dateline
     *     names none; or null
     */
    static Dateline parse(String text, LocalDate about) {
        var line = PlainText.line(text);
        var named = NAMED.matcher(line);
        boolean hasAgency = named.matches();
        var before = hasAgency ? without(named.group(1)) : without(line);
        // Where the agency comes first, the place follows it.
        var where = hasAgency && before.isEmpty() ? without(named.group(3)) : before;
        var ending = ENDS_IN_DATE.matcher(where);
        var date = ending.find() ? date(ending, about) : Optional.<LocalDate>empty();
        var place = date.isPresent() ? without(where.substring(0, ending.start())) : where;
        return new Dateline(
                place.isEmpty() ? null : place,
                date.orElse(null),
                hasAgency ? named.group("agency").strip() : null,
                line);
    }

    private static String without(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static Optional<LocalDate> date(Matcher ending, LocalDate about) {
        boolean monthFirst = ending.group("month") != null;
        int month = MonthNames.number(ending.group(monthFirst ? "month" : "month2"));
        int day = Integer.parseInt(ending.group(monthFirst ? "day" : "day2"));
        var year = ending.group("year");
        if (month == 0 || (year == null && about == null)) {
            return Optional.empty();
        }
        return year == null
                ? nearest(month, day, about)
                : dayOf(Integer.parseInt(year), month, day);
    }

    private static Optional<LocalDate> nearest(int month, int day, LocalDate about) {
        return IntStream.rangeClosed(about.getYear() - 1, about.getYear() + 1)
                .mapToObj(year -> dayOf(year, month, day))
                .flatMap(Optional::stream)
                .min(
                        Comparator.comparingLong(
                                date -> Math.abs(date.toEpochDay() - about.toEpochDay())));
    }

    private static Optional<LocalDate> dayOf(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
