package galley.editorial.figures;

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
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;

/** Answers how the desk does. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Figures")
public class FiguresResource {
    /** A year and what stands before it to be compared; all of them are read from the history. */
    private static final int MOST_DAYS = 400;

    private final FiguresReader figures;

    FiguresResource(FiguresReader figures) {
        this.figures = figures;
    }

    /**
     * How the desk did on some days.
     *
     * @param from the first day, as in {@code 2026-05-20}
     * @param to the last day
     * @param zone whose days are meant, as in {@code Europe/Lisbon}
     * @throws Problem 400 for what is no day or no zone, 422 for too many days
     */
    @GET
    @RolesAllowed({EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "How the desk did: time in each state, what each desk did, why it rejected",
            description =
                    "`from` and `to` are days, both included, in the `zone`. What was done counts"
                            + " for the desk in whose queue the article was then. At most 400"
                            + " days are answered.")
    public Figures figures(@RestQuery String from, @RestQuery String to, @RestQuery String zone) {
        Days days = Days.read(from, to, zone);
        if (days.count() > MOST_DAYS) {
            throw Problems.unprocessable(
                    "to", "Figures are of at most %d days.".formatted(MOST_DAYS));
        }
        return figures.of(days);
    }
}
