package galley.publish.page;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.openapi.annotations.Operation;

import galley.publish.http.Answers;
import galley.publish.http.Representation;

/** What pages are dressed in, from the same address as they. */
@Path("/assets")
@PermitAll
@NonBlocking
public class AssetResource {
    private final Representation styles = read("site.css", "text/css;charset=UTF-8");
    private final Representation icon = read("icon.svg", "image/svg+xml");

    @GET
    @Path("site.css")
    @Operation(summary = "The style sheet")
    public Response styles(@Context HttpHeaders request) {
        return Answers.ofNoArticle(styles, request).build();
    }

    @GET
    @Path("icon.svg")
    @Operation(summary = "The publication's icon")
    public Response icon(@Context HttpHeaders request) {
        return Answers.ofNoArticle(icon, request).build();
    }

    private static Representation read(String name, String mediaType) {
        try (var file = AssetResource.class.getResourceAsStream("/assets/" + name)) {
            return Representation.of(mediaType, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
