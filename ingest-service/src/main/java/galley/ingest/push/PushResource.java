package galley.ingest.push;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.item.ItemAnswer;
import galley.kit.problem.Problems;

/** Pushes over HTTP. */
@Path("/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.SOURCE)
@Tag(name = "items")
class PushResource {
    private static final int MAX_KEY_LENGTH = 255;

    private final Pushes pushes;
    private final SecurityIdentity caller;

    PushResource(Pushes pushes, SecurityIdentity caller) {
        this.pushes = pushes;
        this.caller = caller;
    }

    /**
     * Takes an article in. The same one again is unchanged; another one under the same guid is its
     * new version.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Push an article")
    @RequestBody(content = @Content(schema = @Schema(implementation = PushedArticle.class)))
    @APIResponse(
            responseCode = "201",
            description = "A new item; 200 for one that was known",
            content = @Content(schema = @Schema(implementation = ItemAnswer.class)))
    public Response push(
            byte[] body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @HeaderParam("Idempotency-Key") String key)
            throws JsonProcessingException {
        var pushed =
                pushes.take(
                        caller.getPrincipal().getName(),
                        readKey(key),
                        body,
                        contentType,
                        PushedJson.read(body));
        return Response.status(pushed.status())
                .location(URI.create("/v1/items/" + pushed.item()))
                .entity(pushed.body())
                .build();
    }

    /** The standard wants the key in quotes; many send it without. */
    private static Optional<String> readKey(String header) {
        if (header == null) {
            return Optional.empty();
        }
        var text = header.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        var key = quoted ? text.substring(1, text.length() - 1) : text;
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw Problems.badRequest("An Idempotency-Key has 1 to 255 characters.");
        }
        return Optional.of(key);
    }
}
