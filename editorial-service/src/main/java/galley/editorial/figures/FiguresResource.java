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

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;

/** Answers how the desk does. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Figures")
public class FiguresResource {
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
     * @throws Problem 400 for what is no day or no zone
     */
    @GET
    @RolesAllowed({EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "How the desk did: time in each state, what each desk did, why it rejected",
            description =
                    "`from` and `to` are days, both included, in the `zone`. What was done counts"
                            + " for the desk in whose queue the article was then.")
    public Figures figures(@RestQuery String from, @RestQuery String to, @RestQuery String zone) {
        return figures.of(Days.read(from, to, zone));
    }
}
