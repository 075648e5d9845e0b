package galley.ingest.item;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.document.Documents;
import galley.ingest.document.RawAnswer;
import galley.ingest.source.Sources;
import galley.kit.paging.Page;
import galley.kit.problem.Problems;

/** Items over HTTP: to all staff, and to a source its own. */
@Path("/v1/items/{id}")
@RunOnVirtualThread
@RolesAllowed({Roles.WRITER, Roles.EDITOR, Roles.PUBLISHER, Roles.ADMIN, Roles.SOURCE})
@Tag(name = "items", description = "What sources delivered")
class ItemResource {
    private final Items items;
    private final Sources sources;
    private final Documents documents;
    private final SecurityIdentity caller;

    ItemResource(Items items, Sources sources, Documents documents, SecurityIdentity caller) {
        this.items = items;
        this.sources = sources;
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Read an item")
    public ItemAnswer get(@PathParam("id") UUID id) {
        return items.answer(visible(id));
    }

    @GET
    @Path("raw")
    @Operation(summary = "Download the document that the item came in, byte for byte")
    public Response raw(@PathParam("id") UUID id) {
        return RawAnswer.of(documents.get(items.current(visible(id)).sha256));
    }

    @GET
    @Path("similar")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.WRITER, Roles.EDITOR, Roles.PUBLISHER, Roles.ADMIN})
    @Operation(
            summary = "List the items of other sources that say the same, best first",
            description =
                    "The same text, perhaps lightly edited, whether it came earlier or later; the"
                            + " first hundred.")
    public Page<SimilarItem> similar(@PathParam("id") UUID id) {
        return new Page<>(items.similar(visible(id)), null);
    }

    private Item visible(UUID id) {
        var item = items.findById(id);
        if (item == null || !maySee(item)) {
            throw Problems.notFound("There is no such item.");
        }
        return item;
    }

    private boolean maySee(Item item) {
        boolean onlyItsOwn = caller.getRoles().stream().allMatch(Roles.SOURCE::equals);
        return !onlyItsOwn
                || caller.getPrincipal().getName().equals(sources.findById(item.sourceId).owner());
    }
}
