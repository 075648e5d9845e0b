package galley.publish.media;

import java.util.Optional;
import java.util.function.Supplier;

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
import galley.publish.ready.SurrogateKeys;

/** Pictures over HTTP. */
@Path("/media/{hash}")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Pictures")
public class MediaResource {
    private final Edition edition;
    private final MediaStore store;
    private final NarrowPictures narrow;

    MediaResource(Edition edition, MediaStore store, NarrowPictures narrow) {
        this.edition = edition;
        this.store = store;
        this.narrow = narrow;
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
        return answer(hash, new ETag(hash), ifNoneMatch, () -> store.get(hash));
    }

    /**
     * The same picture with fewer pixels, for narrow screens and small places. One that is no
     * wider, or can't be made narrower, is answered as it is.
     */
    @GET
    @Path("w/{width}")
    @Operation(summary = "A picture that a live article shows, in a width of 320 to 1920 pixels")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "No such picture, or not in this width")
    public Response narrow(
            @PathParam("hash") String hash,
            @PathParam("width") String width,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        int pixels =
                Widths.ALL.stream()
                        .filter(it -> it.toString().equals(width))
                        .findFirst()
                        .orElseThrow(MediaResource::none);
        return answer(
                hash, new ETag(hash + "-w" + pixels), ifNoneMatch, () -> narrow.get(hash, pixels));
    }

    private Response answer(
            String hash, ETag tag, String ifNoneMatch, Supplier<Optional<byte[]>> file) {
        var shown = edition.shownPicture(hash).orElseThrow(MediaResource::none);
        var answer =
                tag.isKnownTo(ifNoneMatch)
                        ? Response.notModified()
                        : Response.ok(file.get().orElseThrow(MediaResource::none), shown.type());
        // nothing takes the picture from readers while this article stays as it is
        return answer.header(HttpHeaders.ETAG, tag.toString())
                .header(SurrogateKeys.HEADER, SurrogateKeys.of(shown.article()))
                .build();
    }

    private static Problem none() {
        return Problems.notFound("There is no such picture.");
    }
}
