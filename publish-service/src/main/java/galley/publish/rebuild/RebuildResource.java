package galley.publish.rebuild;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;
import galley.operations.staff.CallingStaff;

/** Rebuilds over HTTP. */
@Path("/v1/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Rebuild", description = "What is live, made anew from the log")
public class RebuildResource {
    private final Rebuilds rebuilds;
    private final Staging staging;
    private final CallingStaff caller;
    private final ObjectMapper json;

    RebuildResource(Rebuilds rebuilds, Staging staging, CallingStaff caller, ObjectMapper json) {
        this.json = json;
        this.rebuilds = rebuilds;
        this.staging = staging;
        this.caller = caller;
    }

    @POST
    @RequestBody(
            description = "May be missing",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildRequest.class)))
    @Operation(
            summary = "Make the edition anew from the log",
            description =
                    "Readers get the old one until the new one is whole. Nothing is announced but"
                            + " what the old one had not, or otherwise.")
    @APIResponse(
            responseCode = "202",
            description = "It is begun; `GET` tells how it gets on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "400", description = "The body can't be read")
    @APIResponse(responseCode = "409", description = "`rebuild-running`: one is under way")
    public Response start(byte[] body) {
        boolean removeUnknown = request(body).removesUnknown();
        var started =
                rebuilds.start(caller.actor(), removeUnknown)
                        .orElseThrow(
                                () ->
                                        Problems.conflict(
                                                "rebuild-running",
                                                "A rebuild is running",
                                                "There is one at a time; cancel it first."));
        return Response.accepted(view(started)).location(URI.create("/v1/rebuild")).build();
    }

    @GET
    @Operation(summary = "The latest rebuild: its state, how far it is, what it did")
    @APIResponse(responseCode = "200", description = "The rebuild")
    @APIResponse(responseCode = "404", description = "There was none")
    public RebuildView get() {
        return rebuilds.latest()
                .map(this::view)
                .orElseThrow(() -> Problems.notFound("Nothing was ever rebuilt here."));
    }

    @POST
    @Path("cancel")
    @Operation(
            summary = "Give the running rebuild up",
            description = "What it has made is removed; the old edition is served as before.")
    @APIResponse(responseCode = "200", description = "The rebuild, canceled")
    @APIResponse(responseCode = "409", description = "`no-rebuild`: none is running")
    public RebuildView cancel() {
        return canceled()
                .map(this::view)
                .orElseThrow(
                        () ->
                                Problems.conflict(
                                        "no-rebuild",
                                        "No rebuild is running",
                                        "There is nothing to cancel."));
    }

    /** Whoever asks for nothing special need not send anything. */
    private RebuildRequest request(byte[] body) {
        try {
            var read =
                    body == null || body.length == 0
                            ? null
                            : json.readValue(body, RebuildRequest.class);
            return read == null ? new RebuildRequest(null) : read;
        } catch (IOException e) {
            throw Problems.badRequest("The body is no JSON of a rebuild.");
        }
    }

    private Optional<Rebuild> canceled() {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            var canceled = rebuilds.cancel();
                            if (canceled.isPresent()) {
                                staging.drop();
                            }
                            return canceled;
                        });
    }

    private RebuildView view(Rebuild it) {
        return RebuildView.of(it, rebuilds.problems(it.id, RebuildView.PROBLEMS));
    }
}
