package galley.editorial.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/**
 * Some days of a time zone.
 *
 * @param from when the first begins
 * @param to when the last has ended
 * @param zone whose days they are
 */
public record Days(Instant from, Instant to, ZoneId zone) {

    /**
     * Reads the parameters of a request.
     *
     * @param from the first day, as in {@code 2026-05-20}
     * @param to the last day
     * @param zone whose days are meant, as in {@code Europe/Lisbon}
     * @throws Problem 400 for what is no day or no zone
     */
    public static Days read(String from, String to, String zone) {
        ZoneId where = zone(zone);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first)) {
            throw Problems.badRequest("to is no earlier than from.");
        }
        return new Days(begin(first, where), begin(last.plusDays(1), where), where);
    }

    /** How many they are. */
    public long count() {
        return ChronoUnit.DAYS.between(from.atZone(zone), to.atZone(zone));
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name == null ? "" : name);
        } catch (DateTimeException e) {
            throw Problems.badRequest("zone is the name of a time zone, such as Europe/Lisbon.");
        }
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw Problems.badRequest(parameter + " is a day, such as 2026-05-20.");
    }
}
