package galley.editorial.check;

import java.util.Map;
import java.util.TreeMap;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.desk.DeskName;
import galley.editorial.desk.DeskRole;
import galley.editorial.desk.Desks;
import galley.editorial.staff.Caller;
import galley.editorial.staff.Callers;
import galley.kit.etag.ETag;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** How severe a desk takes what checks find. */
@Path("/v1/desks/{desk}/checks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checks")
public class DeskChecksResource {
    private final Checks checks;
    private final CheckSettings settings;
    private final Desks desks;
    private final Callers callers;

    DeskChecksResource(Checks checks, CheckSettings settings, Desks desks, Callers callers) {
        this.checks = checks;
        this.settings = settings;
        this.desks = desks;
        this.callers = callers;
    }

    /** What the desk has set, by the check's name; the rest counts as it does everywhere. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "How severe a desk takes checks; one that it has not set is missing")
    public RestResponse<Map<String, Severity>> get(@RestPath String desk) {
        return answer(settings.of(DeskName.of(desk)));
    }

    /** Replaces what the desk has set; a matter of its own publishers, or of admins. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Sets how severe a desk takes checks",
            description =
                    "`{\"long-headline\": \"off\"}`: block, warn or off, by the check's name.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    public RestResponse<Map<String, Severity>> put(
            @RestPath String desk, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        String name = DeskName.of(desk);
        Caller caller = callers.present();
        if (!caller.roles().contains(ADMIN)) {
            desks.requireRole(name, DeskRole.PUBLISHER, caller);
        }
        return answer(
                settings.put(
                        name, ifMatch, () -> SeveritiesReader.read(body, checks.names()), caller));
    }

    private static RestResponse<Map<String, Severity>> answer(Settings settings) {
        return RestResponse.ResponseBuilder.<Map<String, Severity>>ok(
                        new TreeMap<>(settings.severities()))
                .header(HttpHeaders.ETAG, ETag.of(settings.revision()).toString())
                .build();
    }
}
