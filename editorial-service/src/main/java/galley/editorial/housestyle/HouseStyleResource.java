package galley.editorial.housestyle;

import java.util.Map;

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

import galley.editorial.setting.Versioned;
import galley.editorial.staff.Callers;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** How the publication says where a text is from. */
@Path("/v1/house-style")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "House style")
public class HouseStyleResource {
    private final HouseStyle style;
    private final Callers callers;

    HouseStyleResource(HouseStyle style, Callers callers) {
        this.style = style;
        this.callers = callers;
    }

    /** The sentences of each language, by its tag; with the ETag. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "The sentences that say where a text is from, by language")
    public RestResponse<Map<String, Sentences>> get() {
        return answer(style.sentences());
    }

    /** Replaces what was set; what is not said is as on a fresh install. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @Transactional
    @Operation(
            summary = "Sets the sentences that say where a text is from",
            description =
                    "`{\"en\": {\"reprint\": \"First published[ by {publisher}| at"
                        + " {address}].\"}}`: what stands in brackets is left out where a"
                        + " placeholder in it is unknown; of wordings with bars between them the"
                        + " first counts whose placeholders are all known.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    public RestResponse<Map<String, Sentences>> put(
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(style.put(ifMatch, body, callers.present()));
    }

    private static RestResponse<Map<String, Sentences>> answer(
            Versioned<Map<String, Sentences>> style) {
        return RestResponse.ResponseBuilder.ok(style.value())
                .header(HttpHeaders.ETAG, style.etag())
                .build();
    }
}
