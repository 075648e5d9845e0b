package galley.ingest.structure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Reads days as texts write them. */
final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(st|nd|rd|th|er)?");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    private final Vocabulary vocabulary;
    private final LocalDate published;

    /**
     * @param published the day by which a day without a year has been, or null
     */
    Dates(Vocabulary vocabulary, LocalDate published) {
        this.vocabulary = vocabulary;
        this.published = published;
    }

    /**
     * A day that was read.
     *
     * @param day null where its year can't be told
     * @param end the token after it
     */
    record Read(LocalDate day, int end) {}

    /** The day that begins at that token, or null when none does. */
    Read read(List<Token> tokens, int at) {
        var numeric = numeric(word(tokens, at), at);
        if (numeric != null) {
            return numeric;
        }
        int i = at;
        if (vocabulary.has("weekdays", word(tokens, i))) {
            i++;
            i += word(tokens, i).equals(",") ? 1 : 0;
        }
        while (vocabulary.has("before-days", word(tokens, i))) {
            i++;
        }
        int day = day(word(tokens, i));
        if (day > 0) {
            int j = i + 1;
            while (word(tokens, j).equals(".") || vocabulary.has("after-days", word(tokens, j))) {
                j++;
            }
            return withYear(tokens, month(word(tokens, j)), day, afterMonth(tokens, j));
        }
        int month = month(word(tokens, i));
        int j = afterMonth(tokens, i);
        return month > 0 ? withYear(tokens, month, day(word(tokens, j)), j + 1) : null;
    }

    private static Read numeric(String word, int at) {
        var iso = ISO.matcher(word);
        if (iso.matches()) {
            return new Read(day(iso.group(1), iso.group(2), iso.group(3)), at + 1);
        }
        var dotted = DOTTED.matcher(word);
        return dotted.matches()
                ? new Read(day(dotted.group(3), dotted.group(2), dotted.group(1)), at + 1)
                : null;
    }

    /** Months are often shortened: {@code Sept.} */
    private static int afterMonth(List<Token> tokens, int month) {
        return month + 1 < tokens.size()
                        && tokens.get(month + 1).is(".")
                        && tokens.get(month).text().length() <= 4
                ? month + 2
                : month + 1;
    }

    private Read withYear(List<Token> tokens, int month, int day, int end) {
        if (month == 0 || day == 0) {
            return null;
        }
        int at = word(tokens, end).equals(",") ? end + 1 : end;
        if (YEAR.matcher(word(tokens, at)).matches()) {
            return new Read(day(Integer.parseInt(word(tokens, at)), month, day), at + 1);
        }
        return new Read(published == null ? null : nearest(month, day), end);
    }

    /** The last such day that has been; a time zone may be a day ahead. */
    private LocalDate nearest(int month, int day) {
        var here = day(published.getYear(), month, day);
        return here != null && here.isAfter(published.plusDays(1))
                ? day(published.getYear() - 1, month, day)
                : here;
    }

    private static LocalDate day(String year, String month, String day) {
        return day(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int month(String word) {
        var number = vocabulary.value("months", word);
        return number == null ? 0 : Integer.parseInt(number);
    }

    private static int day(String word) {
        var day = DAY.matcher(word);
        return day.matches() ? Integer.parseInt(day.group(1)) : 0;
    }

    private static String word(List<Token> tokens, int at) {
        return at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
