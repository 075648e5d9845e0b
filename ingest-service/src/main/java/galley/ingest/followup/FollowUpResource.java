package galley.ingest.followup;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.item.Items;
import galley.kit.paging.Page;
import galley.kit.problem.Problems;

/** What is done for an item after it came, over HTTP. */
@Path("/v1/items/{id}/follow-ups")
@RunOnVirtualThread
@RolesAllowed({Roles.WRITER, Roles.EDITOR, Roles.PUBLISHER, Roles.ADMIN})
@Tag(name = "items")
class FollowUpResource {
    private final Items items;
    private final FollowUps followUps;

    FollowUpResource(Items items, FollowUps followUps) {
        this.items = items;
        this.followUps = followUps;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List what is fetched for an item after it came",
            description = "Its page, where it came as a teaser, and its pictures; all on one page.")
    public Page<FollowUpAnswer> list(@PathParam("id") UUID id) {
        if (items.findById(id) == null) {
            throw Problems.notFound("There is no such item.");
        }
        return new Page<>(
                followUps.of(id).stream()
                        .map(
                                it ->
                                        FollowUpAnswer.of(
                                                it,
                                                it.sha256 == null
                                                        ? null
                                                        : followUps
                                                                .picture(it.sha256)
                                                                .orElse(null)))
                        .toList(),
                null);
    }
}
