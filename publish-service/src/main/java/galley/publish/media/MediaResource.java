package galley.publish.media;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;

import galley.kit.etag.ETag;
import galley.kit.media.MediaStore;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;
import galley.publish.edition.Edition;

/** Pictures over HTTP. */
@Path("/media/{hash}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Pictures")
public class MediaResource {
    private final Edition edition;
    private final MediaStore store;

    MediaResource(Edition edition, MediaStore store) {
        this.edition = edition;
        this.store = store;
    }

    /**
     * A picture that a live article shows. A file never changes, but the right to it ends with the
     * article: so copies are asked for again, which costs an empty 304.
     */
    @GET
    @Operation(summary = "A picture that a live article shows")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "No live article shows such a picture")
    public Response picture(
            @PathParam("hash") String hash,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var type = edition.pictureType(hash).orElseThrow(MediaResource::none);
        var tag = new ETag(hash);
        var answer =
                tag.isKnownTo(ifNoneMatch)
                        ? Response.notModified()
                        : Response.ok(store.get(hash).orElseThrow(MediaResource::none), type);
        return answer.header(HttpHeaders.ETAG, tag.toString()).build();
    }

    private static Problem none() {
        return Problems.notFound("There is no such picture.");
    }
}
