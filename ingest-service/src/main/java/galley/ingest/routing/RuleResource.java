package galley.ingest.routing;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import galley.ingest.source.Sources;
import galley.kit.etag.ETag;
import galley.kit.paging.Cursor;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

/** Rules over HTTP. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "rules", description = "Where items go, and what needs no hands")
class RuleResource {
    private final Rules rules;
    private final Sources sources;
    private final DatabaseClock clock;

    RuleResource(Rules rules, Sources sources, DatabaseClock clock) {
        this.rules = rules;
        this.sources = sources;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Make a rule; it applies to what comes from now on")
    public Response make(NewRule request) {
        var rule = new Rule(read(request), clock.now());
        rules.persist(rule);
        return answer(Response.created(URI.create("/v1/rules/" + rule.id)), rule);
    }

    @GET
    @Operation(summary = "List rules in the order in which they were made")
    public Page<RuleAnswer> list(
            @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        var request = PageRequest.of(limit, cursor);
        return Page.of(
                rules.list(request),
                request,
                rule -> new Cursor(rule.createdAt, rule.id),
                RuleAnswer::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a rule")
    public Response get(@PathParam("id") UUID id) {
        return answer(Response.ok(), rules.get(id));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Replace a rule", description = "`If-Match` is honoured where it is sent.")
    public Response replace(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewRule request) {
        var rule = matching(id, ifMatch);
        rule.change(read(request));
        return answer(Response.ok(), rule);
    }

    @DELETE
    @Path("{id}")
    @Transactional
    @Operation(summary = "Remove a rule; what it has decided stays")
    public void delete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        matching(id, ifMatch).delete(clock.now());
    }

    private Rule matching(UUID id, String ifMatch) {
        var rule = rules.lock(id);
        if (ifMatch != null) {
            ETag.of(rule.revision).requireMatch(ifMatch);
        }
        return rule;
    }

    private RuleSettings read(NewRule request) {
        if (request == null) {
            throw Problems.badRequest("The request has no body.");
        }
        var settings = RuleReader.read(request);
        if (settings.source() != null) {
            sources.require("source", settings.source());
        }
        return settings;
    }

    private static Response answer(Response.ResponseBuilder response, Rule rule) {
        return response.entity(RuleAnswer.of(rule))
                .header("ETag", ETag.of(rule.revision).toString())
                .build();
    }
}
