package galley.editorial.check;

import java.util.List;
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

import galley.editorial.staff.Callers;
import galley.kit.etag.ETag;
import galley.kit.paging.Page;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** All checks, and how severe each is where no desk says otherwise. */
@Path("/v1/checks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checks")
public class ChecksResource {
    private final Checks checks;
    private final CheckSettings settings;
    private final Callers callers;

    ChecksResource(Checks checks, CheckSettings settings, Callers callers) {
        this.checks = checks;
        this.settings = settings;
        this.callers = callers;
    }

    /** All checks, by their names. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "All checks, with their severity where no desk says otherwise")
    public RestResponse<Page<CheckView>> list() {
        return answer(settings.of(CheckSettings.EVERYWHERE));
    }

    /** Replaces what was set; a check that is not named is as severe as on a fresh install. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Sets how severe checks are where no desk says otherwise",
            description =
                    "`{\"long-headline\": \"off\"}`: block, warn or off, by the check's name.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Map.class)))
    public RestResponse<Page<CheckView>> put(
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(
                settings.put(
                        CheckSettings.EVERYWHERE,
                        ifMatch,
                        () -> SeveritiesReader.read(body, checks.names()),
                        callers.present()));
    }

    private RestResponse<Page<CheckView>> answer(Settings everywhere) {
        List<CheckView> views =
                checks.all().stream().map(check -> CheckView.of(check, everywhere)).toList();
        return RestResponse.ResponseBuilder.ok(new Page<>(views, null))
                .header(HttpHeaders.ETAG, ETag.of(everywhere.revision()).toString())
                .build();
    }
}
