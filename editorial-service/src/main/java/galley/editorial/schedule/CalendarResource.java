package galley.editorial.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers what is due on the days of a newsroom. */
@Path("/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Calendar")
public class CalendarResource {
    private final Calendar calendar;

    CalendarResource(Calendar calendar) {
        this.calendar = calendar;
    }

    /**
     * What is due on some days.
     *
     * @param from the first day, as in {@code 2026-05-20}
     * @param to the last day
     * @param zone whose days are meant, as in {@code Europe/Lisbon}
     * @throws Problem 400 for what is no day or no zone
     */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "What is due: scheduled releases, embargoes that end, work to be done",
            description =
                    "`from` and `to` are days, both included, in the `zone`, such as"
                            + " Europe/Lisbon. At most 1,000 entries are answered.")
    public Due due(@RestQuery String from, @RestQuery String to, @RestQuery String zone) {
        ZoneId where = zone(zone);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first)) {
            throw Problems.badRequest("to is no earlier than from.");
        }
        return new Due(
                calendar.between(begin(first, where), begin(last.plusDays(1), where), where));
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

    /** What is due, the earliest first. */
    public record Due(List<CalendarEntry> items) {}
}
