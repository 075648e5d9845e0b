package galley.editorial.proposal;

import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.article.Answers;
import galley.editorial.proposal.ProposalDecisions.Sent;
import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.kit.json.StrictJson;

import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/**
 * What people make of proposals. Each call takes {@code If-Match} with the article's ETag and
 * answers the article; 409 {@code proposal-outdated} where the text is no longer what was read.
 */
@Path("/v1/articles/{id}/proposals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Proposals")
public class ProposalsResource {
    private final ProposalDecisions proposals;
    private final Callers callers;

    ProposalsResource(ProposalDecisions proposals, Callers callers) {
        this.proposals = proposals;
        this.callers = callers;
    }

    /**
     * Accepts a proposal, or what {@code {"value": "…"}} says in its place. The parts are accepted
     * together. A {@code cancel} kills what was released and puts away what was not.
     */
    @POST
    @Path("{proposal}/accept")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Accepts a proposal, or a corrected value in its place")
    public RestResponse<Article> accept(
            @RestPath UUID id,
            @RestPath String proposal,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        var sent =
                isEmpty(body)
                        ? new Sent(null, null)
                        : StrictJson.bind(StrictJson.read(body), Sent.class);
        return Answers.ok(proposals.accept(id, proposal, ifMatch, sent, callers.present()));
    }

    /** Dismisses a proposal. */
    @POST
    @Path("{proposal}/dismiss")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Dismisses a proposal")
    public RestResponse<Article> dismiss(
            @RestPath UUID id,
            @RestPath String proposal,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return Answers.ok(proposals.dismiss(id, proposal, ifMatch, callers.present()));
    }

    /**
     * Accepts the proposals {@code {"ids": ["…"]}}, or without {@code ids} all but a cancel, at
     * once or not at all; 422 for an empty list.
     */
    @POST
    @Path("accept")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Accepts several proposals at once, or all but a cancel")
    public RestResponse<Article> acceptAll(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        var ids = isEmpty(body) ? null : StrictJson.bind(StrictJson.read(body), Chosen.class).ids();
        return Answers.ok(proposals.acceptAll(id, ids, ifMatch, callers.present()));
    }

    private static boolean isEmpty(byte[] body) {
        return body == null || body.length == 0;
    }

    /**
     * Which proposals are accepted.
     *
     * @param ids null for all but a cancel
     */
    record Chosen(Set<String> ids) {
        Chosen {
            ids = ids == null ? null : Set.copyOf(ids);
        }
    }
}
