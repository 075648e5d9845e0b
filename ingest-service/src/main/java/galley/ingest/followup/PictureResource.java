package galley.ingest.followup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.kit.media.MediaStore;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

/** Pictures of items over HTTP. */
@Path("/v1/pictures/{sha256}")
@RunOnVirtualThread
@RolesAllowed({Roles.WRITER, Roles.EDITOR, Roles.PUBLISHER, Roles.ADMIN})
@Tag(name = "items")
class PictureResource {
    private final FollowUps followUps;
    private final MediaStore media;

    PictureResource(FollowUps followUps, MediaStore media) {
        this.followUps = followUps;
        this.media = media;
    }

    /** What is under a hash never changes. */
    @GET
    @Operation(summary = "Download a picture that was kept")
    public Response get(@PathParam("sha256") String sha256) {
        var picture = followUps.picture(sha256).orElseThrow(PictureResource::none);
        return Response.ok(media.get(sha256).orElseThrow(PictureResource::none))
                .type(picture.mediaType)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Problem none() {
        return Problems.notFound("There is no such picture.");
    }
}
