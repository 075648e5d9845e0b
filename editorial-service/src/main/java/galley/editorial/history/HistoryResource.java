package galley.editorial.history;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problem;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers what happened to an article. */
@Path("/v1/articles/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class HistoryResource {
    private final History history;
    private final Chains chains;

    HistoryResource(History history, Chains chains) {
        this.history = history;
        this.chains = chains;
    }

    /** The entries of an article, oldest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What happened to an article, oldest first")
    public Page<HistoryView> list(
            @RestPath UUID id, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        Page<HistoryView> page = history.page(id, request);
        if (page.items().isEmpty() && request.after() == null) {
            throw notFound();
        }
        return page;
    }

    /** All entries of an article as they are hashed, oldest first, one a line. */
    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(
            summary = "All entries as they are hashed, oldest first, one a line",
            description =
                    "Each line is `{\"id\": …, \"hash\": …, \"entry\": {…}}`; the hash is the"
                            + " SHA-256 of the text of `entry`.")
    public StreamingOutput export(@RestPath UUID id) {
        List<ChainedEntry> first = chains.entries(id, 0);
        if (first.isEmpty()) {
            throw notFound();
        }
        return new HistoryExport(chains, id, first);
    }

    /** Whether an article's history is what it was. */
    @GET
    @Path("verification")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "Whether an article's history is what it was")
    public Verification verify(@RestPath UUID id) {
        return chains.verify(id).orElseThrow(HistoryResource::notFound);
    }

    private static Problem notFound() {
        return Problems.notFound("There is no article with this id.");
    }
}
