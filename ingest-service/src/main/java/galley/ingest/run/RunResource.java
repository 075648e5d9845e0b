package galley.ingest.run;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.folder.FolderAddress;
import galley.ingest.intake.Counts;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

/** A source's runs over HTTP. */
@Path("/v1/sources/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "sources")
class RunResource {
    private final Sources sources;
    private final Runs runs;
    private final HandFetch handFetch;
    private final DryRun dryRun;

    RunResource(Sources sources, Runs runs, HandFetch handFetch, DryRun dryRun) {
        this.dryRun = dryRun;
        this.sources = sources;
        this.runs = runs;
        this.handFetch = handFetch;
    }

    /** Answers the counts of the run, also if it was under way already. */
    @POST
    @Path("fetch")
    @Operation(summary = "Fetch a source now")
    public Counts fetch(@PathParam("id") UUID id) throws InterruptedException {
        var run = handFetch.fetch(id);
        if (run.failure != null) {
            throw run.failure.problem(run.detail);
        }
        return run.counts();
    }

    /** A source that pushes has no address to look at. */
    @POST
    @Path("dry-run")
    @Operation(summary = "Show what a fetch would bring, without bringing it")
    public DryRunAnswer dryRun(@PathParam("id") UUID id) {
        var source = sources.get(id);
        if (source.kind() == Source.Kind.PUSH || FolderAddress.isMeant(source.url().toString())) {
            throw Runs.notFetched();
        }
        return dryRun.of(source);
    }

    @GET
    @Path("runs")
    @Operation(summary = "List a source's runs, the newest first")
    public Page<RunAnswer> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        var source = sources.get(id);
        return Page.of(
                runs.list(source.id(), request),
                request,
                run -> new Cursor(run.startedAt, run.id),
                RunAnswer::of);
    }
}
