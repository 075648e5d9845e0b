package galley.publish.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;

import galley.kit.problem.Problems;
import galley.publish.http.Answers;

/** What pages are dressed in, from the same address as they. */
@Path("/assets/{name}")
@PermitAll
@NonBlocking
public class AssetResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    AssetResource(Assets assets) {
        this.assets = assets;
    }

    @GET
    @Operation(
            summary = "A file that pages need, such as the style sheet; kept for ever by its hash")
    public Response asset(@PathParam("name") String name, @Context HttpHeaders request) {
        var found =
                assets.find(name).orElseThrow(() -> Problems.notFound("There is no such file."));
        var answer = Answers.ofNoArticle(found.content(), request);
        return found.lasting()
                ? answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build()
                : answer.build();
    }
}
