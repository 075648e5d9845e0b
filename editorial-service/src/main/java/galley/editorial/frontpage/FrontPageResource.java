package galley.editorial.frontpage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.staff.Callers;
import galley.events.PageArranged;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** What stands where on the front page. */
@Path("/v1/front-page")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Front page")
public class FrontPageResource {
    private final Pages pages;
    private final Arrangements arrangements;
    private final Callers callers;

    FrontPageResource(Pages pages, Arrangements arrangements, Callers callers) {
        this.pages = pages;
        this.arrangements = arrangements;
        this.callers = callers;
    }

    /** The front page; its first ETag is {@code "0"}. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "How the front page is arranged", description = ArrangementView.SHAPE)
    public RestResponse<ArrangementView> get() {
        return ArrangementView.answer(pages.get(PageArranged.FRONT));
    }

    /** Arranges the front page anew. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(PUBLISHER)
    @Operation(summary = "Arranges the front page", description = ArrangementView.SHAPE)
    @RequestBody(content = @Content(schema = @Schema(implementation = ArrangementView.class)))
    public RestResponse<ArrangementView> put(
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return ArrangementView.answer(
                arrangements.put(PageArranged.FRONT, ifMatch, body, callers.present()));
    }
}
