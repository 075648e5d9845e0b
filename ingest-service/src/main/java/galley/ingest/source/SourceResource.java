package galley.ingest.source;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import galley.ingest.clock.DatabaseClock;
import galley.ingest.folder.Folders;
import galley.ingest.format.Formats;
import galley.ingest.secret.Secrets;
import galley.kit.etag.ETag;
import galley.kit.http.SafeHttp;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

/** Sources over HTTP. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "sources", description = "Where items come from")
class SourceResource {
    private final Sources sources;
    private final Formats formats;
    private final SafeHttp http;
    private final Folders folders;
    private final DatabaseClock clock;
    private final Traffics traffics;
    private final Secrets secrets;
    private final RightsNews rightsNews;

    SourceResource(
            Sources sources,
            Formats formats,
            SafeHttp http,
            Folders folders,
            DatabaseClock clock,
            Traffics traffics,
            Secrets secrets,
            RightsNews rightsNews) {
        this.rightsNews = rightsNews;
        this.secrets = secrets;
        this.sources = sources;
        this.traffics = traffics;
        this.formats = formats;
        this.http = http;
        this.folders = folders;
        this.clock = clock;
    }

    /** The same address may be registered more than once: each has its own settings and items. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Register a source; it is first polled one interval later")
    public Response register(NewSource request) {
        var settings = Settings.of(required(request), http, folders, formats);
        requireKey(settings);
        var source = Source.polled(settings, secrets, clock.now());
        sources.persist(source);
        return answer(Response.created(URI.create("/v1/sources/" + source.id())), source);
    }

    @GET
    @Operation(summary = "List sources in the order of their registration")
    public Page<SourceAnswer> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        var found = sources.list(request);
        var traffic = traffics.of(found);
        return Page.of(
                found,
                request,
                source -> new Cursor(source.createdAt, source.id),
                source -> SourceAnswer.of(source, traffic.get(source.id)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a source")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), sources.get(id));
    }

    /** If-Match is honoured where it is sent; two admins rarely change one source at once. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(summary = "Change a source's settings")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") String ifMatch,
            SourcePatch request) {
        var source = sources.lock(id);
        if (ifMatch != null) {
            ETag.of(source.revision()).requireMatch(ifMatch);
        }
        var change = Settings.of(required(request), http, folders, formats);
        if (source.kind() == Source.Kind.PUSH && change.isOnlyForPolled()) {
            throw Problems.unprocessable("", "A source that pushes has no address to poll.");
        }
        requireKey(change);
        var now = clock.now();
        source.change(change, secrets, now);
        if (change.rights() != null) {
            rightsNews.tell(source, now);
        }
        return answer(Response.ok(), source);
    }

    /** What it has brought stays. */
    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Remove a source; its articles stay")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        var source = sources.lock(id);
        if (ifMatch != null) {
            ETag.of(source.revision()).requireMatch(ifMatch);
        }
        source.delete(clock.now());
    }

    private void requireKey(SettingsChange change) {
        if (change.credentials() != null && !secrets.canSeal()) {
            throw Problems.conflict(
                    "no-secrets-key",
                    "Credentials can't be kept",
                    "The operator has set no key to seal them with (galley.secrets.keys).");
        }
    }

    private static <T> T required(T request) {
        if (request == null) {
            throw Problems.badRequest("The request has no body.");
        }
        return request;
    }

    private Response answer(Response.ResponseBuilder response, Source source) {
        var traffic = traffics.of(List.of(source)).get(source.id);
        return response.entity(SourceAnswer.of(source, traffic))
                .header("ETag", ETag.of(source.revision()).toString())
                .build();
    }
}
