package galley.ingest.bulk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.ingest.bulk.BulkImport.Format;
import galley.ingest.clock.DatabaseClock;
import galley.ingest.format.PlainText;
import galley.ingest.source.Source;
import galley.ingest.source.Sources;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.FieldError;
import galley.kit.problem.Problems;

/** Imports over HTTP: to admins all, and to a source its own. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.ADMIN, Roles.SOURCE})
@Tag(name = "imports", description = "Files of many articles")
class ImportResource {
    private static final int MAX_NAME_LENGTH = 200;
    private static final int MAX_PARTS = 1_000;

    private final BulkImports imports;
    private final ImportParts parts;
    private final Sources sources;
    private final DatabaseClock clock;
    private final SecurityIdentity caller;

    ImportResource(
            BulkImports imports,
            ImportParts parts,
            Sources sources,
            DatabaseClock clock,
            SecurityIdentity caller) {
        this.imports = imports;
        this.parts = parts;
        this.sources = sources;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Register an import",
            description =
                    "Its file is sent in parts, then it is started. An item is known by its source"
                            + " and its id, as when it is pushed, so that a file may come twice.")
    @APIResponse(responseCode = "201", description = "The import, with no part yet")
    @APIResponse(responseCode = "422", description = "What is wrong with the request")
    public Response register(NewImport request) {
        if (request == null) {
            throw Problems.badRequest("The request has no body.");
        }
        var errors = new ArrayList<FieldError>();
        var name = PlainText.line(request.name());
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            errors.add(new FieldError("name", "A name has 1 to 200 characters."));
        }
        var format = format(request.format());
        if (format.isEmpty()) {
            errors.add(new FieldError("format", "The formats are ndjson, wxr."));
        }
        if (isAdmin() && request.source() == null) {
            errors.add(new FieldError("source", "source is missing."));
        }
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(errors);
        }
        var source = source(request.source(), format.orElseThrow());
        var file = new BulkImport(source.id(), name, format.orElseThrow(), clock.now());
        imports.persist(file);
        return Response.created(URI.create("/v1/imports/" + file.id)).entity(answer(file)).build();
    }

    @GET
    @Operation(summary = "List imports, the newest first")
    public Page<ImportAnswer> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        var now = clock.now();
        return Page.of(
                imports.list(isAdmin() ? Optional.empty() : Optional.of(caller()), request),
                request,
                file -> new Cursor(file.createdAt, file.id),
                file -> ImportAnswer.of(file, List.of(), now));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read how far an import has come")
    public ImportAnswer get(@PathParam("id") UUID id) {
        return answer(visible(id));
    }

    @PUT
    @Path("{id}/parts/{number}")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @Operation(
            summary = "Send a part of the file",
            description =
                    "Parts are numbered from 1 and may be cut anywhere, also within a line or a"
                            + " character. They may come in any order; one that is sent again takes"
                            + " the place of the first.")
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "409", description = "`import-started`")
    @APIResponse(responseCode = "413", description = "It has more than 4 MiB")
    public void put(@PathParam("id") UUID id, @PathParam("number") int number, byte[] bytes) {
        visible(id);
        if (number < 1 || number > MAX_PARTS) {
            throw Problems.unprocessable("number", "Parts are numbered from 1 to 1000.");
        }
        if (bytes == null || bytes.length == 0) {
            throw Problems.unprocessable("", "A part has at least one byte.");
        }
        imports.put(id, number, bytes);
    }

    @POST
    @Path("{id}/start")
    @Transactional
    @Operation(
            summary = "Take the file in",
            description = "One import comes in at a time, in the order in which they are started.")
    @APIResponse(responseCode = "200", description = "The import, which runs now")
    @APIResponse(
            responseCode = "409",
            description =
                    "`parts-missing`: `missing` names them; `import-started`; `source-paused`")
    public ImportAnswer start(@PathParam("id") UUID id) {
        var source = sources.get(visible(id).sourceId);
        if (source.state() == Source.State.PAUSED) {
            throw Problems.conflict(
                    "source-paused", "The source is paused", "An admin has paused the source.");
        }
        return answer(imports.start(id));
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    @Operation(summary = "End an import; what has come in stays")
    @APIResponse(responseCode = "200", description = "The import, which is over")
    @APIResponse(responseCode = "409", description = "`import-over`")
    public ImportAnswer cancel(@PathParam("id") UUID id) {
        visible(id);
        return answer(imports.cancel(id));
    }

    private ImportAnswer answer(BulkImport file) {
        return ImportAnswer.of(file, parts.list(file.id), clock.now());
    }

    private BulkImport visible(UUID id) {
        var file = imports.findById(id);
        if (file == null || !maySee(file)) {
            throw Problems.notFound("There is no such import.");
        }
        return file;
    }

    private boolean maySee(BulkImport file) {
        return isAdmin() || caller().equals(sources.findById(file.sourceId).owner());
    }

    /** A source has one by its name alone; its first import makes it, as its first push does. */
    private Source source(UUID id, Format format) {
        if (!isAdmin()) {
            var own = sources.ofPusher(caller(), format == Format.WXR ? "wxr" : "json");
            if (id != null && !id.equals(own.id())) {
                throw Problems.unprocessable("source", "A source imports its own articles.");
            }
            return own;
        }
        var source = sources.findById(id);
        if (source == null || source.isDeleted()) {
            throw Problems.unprocessable("source", "There is no such source.");
        }
        return source;
    }

    private boolean isAdmin() {
        return caller.hasRole(Roles.ADMIN);
    }

    private String caller() {
        return caller.getPrincipal().getName();
    }

    private static Optional<Format> format(String name) {
        return switch (name) {
            case "ndjson" -> Optional.of(Format.NDJSON);
            case "wxr" -> Optional.of(Format.WXR);
            case null, default -> Optional.empty();
        };
    }
}
