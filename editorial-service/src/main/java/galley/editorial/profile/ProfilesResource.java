package galley.editorial.profile;

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

import galley.editorial.setting.Versioned;
import galley.editorial.staff.Callers;
import galley.events.Kind;
import galley.events.WireName;
import galley.kit.paging.Page;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** What an article of each kind needs before it is whole. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles")
public class ProfilesResource {
    private final Profiles profiles;
    private final Callers callers;

    ProfilesResource(Profiles profiles, Callers callers) {
        this.profiles = profiles;
        this.callers = callers;
    }

    /** The profiles of all kinds. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What articles of each kind need")
    public Page<ProfileView> list() {
        return new Page<>(profiles.all(), null);
    }

    /** The profile of a kind, with its ETag. */
    @GET
    @Path("{kind}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What articles of a kind need")
    public RestResponse<ProfileView> get(@RestPath String kind) {
        Kind known = known(kind);
        return answer(known, profiles.of(known));
    }

    /** Replaces the profile of a kind. */
    @PUT
    @Path("{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @Transactional
    @Operation(
            summary = "Sets what articles of a kind need",
            description =
                    "`fields` are those of the article. `parts` says of each type that it may have"
                            + " how many there are `atLeast`, and which `fields` each of them has.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public RestResponse<ProfileView> put(
            @RestPath String kind, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        Kind known = known(kind);
        return answer(known, profiles.put(known, ifMatch, body, callers.present()));
    }

    private static Kind known(String name) {
        return WireName.read(name, Kind.class)
                .orElseThrow(() -> Problems.notFound("There is no kind of this name."));
    }

    private static RestResponse<ProfileView> answer(Kind kind, Versioned<Profile> profile) {
        return RestResponse.ResponseBuilder.ok(ProfileView.of(kind, profile.value()))
                .header(HttpHeaders.ETAG, profile.etag())
                .build();
    }
}
