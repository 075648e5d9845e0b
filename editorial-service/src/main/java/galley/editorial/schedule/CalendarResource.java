package galley.editorial.schedule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.time.Days;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;

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
     * A page of what is due on some days, the earliest first.
     *
     * @param from the first day, as in {@code 2026-05-20}
     * @param to the last day
     * @param zone whose days are meant, as in {@code Europe/Lisbon}
     * @throws Problem 400 for what is no day, no zone, no limit or no cursor
     */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "What is due: scheduled releases, embargoes that end, work to be done",
            description =
                    "`from` and `to` are days, both included, in the `zone`, such as"
                            + " Europe/Lisbon.")
    public Page<CalendarEntry> due(
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String zone,
            @RestQuery String limit,
            @RestQuery String cursor) {
        return calendar.on(Days.read(from, to, zone), PageRequest.of(limit, cursor));
    }
}
