package galley.ingest.intake;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.document.Documents;
import galley.ingest.document.RawAnswer;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

/** The quarantine over HTTP. */
@Path("/v1/quarantine")
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "quarantine", description = "What could not be taken in")
class QuarantineResource {
    private final Quarantine quarantine;
    private final Documents documents;
    private final Retry retry;

    QuarantineResource(Quarantine quarantine, Documents documents, Retry retry) {
        this.quarantine = quarantine;
        this.documents = documents;
        this.retry = retry;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List what waits, in the order in which it first came")
    public Page<QuarantineAnswer> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        return Page.of(
                quarantine.list(request),
                request,
                waiting -> new Cursor(waiting.firstSeen, waiting.id),
                QuarantineAnswer::of);
    }

    @GET
    @Path("{id}/raw")
    @Operation(summary = "Download the document that it came in, byte for byte")
    public Response raw(@PathParam("id") UUID id) {
        return RawAnswer.of(documents.get(quarantine.get(id).sha256));
    }

    /** Answers what came in, like a fetch; 422 with the reason if it still can't be read. */
    @POST
    @Path("{id}/retry")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read it again")
    public Counts retry(@PathParam("id") UUID id) {
        var outcome = retry.of(id);
        if (outcome.reason() != null) {
            throw Problems.of(422, "still-unreadable", "Still unreadable", outcome.reason());
        }
        return outcome.counts();
    }
}
