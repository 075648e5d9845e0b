package galley.ingest.websub;

import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;

/**
 * Where hubs call. They have no tokens: the address can't be guessed, each subscription is verified
 * as one that was asked for, and each message is signed.
 */
@Path("/v1/websub/{token}")
@RunOnVirtualThread
@PermitAll
@Tag(name = "websub", description = "Callbacks of WebSub hubs")
class WebSubResource {
    private final HubMessages messages;

    WebSubResource(HubMessages messages) {
        this.messages = messages;
    }

    @GET
    @Operation(summary = "Verify that a subscription, or its end, was asked for (WebSub, 5.3)")
    public Response verify(
            @PathParam("token") String token,
            @QueryParam("hub.mode") String mode,
            @QueryParam("hub.topic") String topic,
            @QueryParam("hub.challenge") String challenge,
            @QueryParam("hub.lease_seconds") String lease,
            @QueryParam("hub.reason") String reason) {
        if ("denied".equals(mode)) {
            messages.deny(token, topic, reason == null ? "The hub says no." : reason);
            return Response.ok().build();
        }
        if (mode == null
                || challenge == null
                || !messages.verify(token, mode, topic, seconds(lease))) {
            throw Problems.notFound("Nobody asked for this.");
        }
        return Response.ok(challenge, MediaType.TEXT_PLAIN_TYPE)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** What is not the hub's is answered like what is, and so tells nothing to who tries. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take in what a hub sends (WebSub, 7)")
    public Response take(
            @PathParam("token") String token,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("X-Hub-Signature") String signature,
            byte[] body) {
        var fate = messages.take(token, body == null ? new byte[0] : body, contentType, signature);
        return Response.status(fate == HubMessages.Fate.GONE ? 410 : 202).build();
    }

    private static Duration seconds(String text) {
        return text != null && text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : Duration.ofDays(1);
    }
}
