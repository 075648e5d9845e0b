package galley.editorial.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.article.Answers;
import galley.editorial.article.Articles;
import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.events.ArticleIngested;
import galley.kit.json.StrictJson;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers what a source sent after people had taken an article in hand. */
@Path("/v1/articles/{id}/source-revisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class SourceRevisionsResource {
    private final Articles articles;
    private final SourceRevisions sourceRevisions;
    private final SourceRevisionDecisions decisions;
    private final Callers callers;
    private final ObjectMapper json;

    SourceRevisionsResource(
            Articles articles,
            SourceRevisions sourceRevisions,
            SourceRevisionDecisions decisions,
            Callers callers,
            ObjectMapper json) {
        this.decisions = decisions;
        this.callers = callers;
        this.articles = articles;
        this.sourceRevisions = sourceRevisions;
        this.json = json;
    }

    /** What waits beside an article, oldest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What the source sent after people had taken the article in hand")
    public Page<SourceRevisionView> list(
            @RestPath UUID id, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        articles.get(id);
        return Page.of(
                sourceRevisions.page(id, request), request, SourceRevisions::place, this::view);
    }

    private SourceRevisionView view(SourceRevision kept) {
        try {
            return new SourceRevisionView(
                    kept.itemRevision,
                    kept.keptAt,
                    kept.decision == null ? "pending" : kept.decision,
                    kept.decidedBy,
                    kept.decidedAt,
                    json.readValue(kept.event, ArticleIngested.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What would change if a revision were taken. */
    @GET
    @Path("{itemRevision}/diff")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Operation(summary = "What would change if a revision of the source were taken")
    public SourceDiff diff(@RestPath UUID id, @RestPath long itemRevision) {
        return decisions.diff(id, itemRevision);
    }

    /**
     * Takes what the source says now, as an edit in which the staff's work stays. Where both
     * changed the same it answers 409 {@code source-conflict} with the places, unless the body says
     * what is to be done: {@code {"replace": false}} keeps the staff's there, {@code {"replace":
     * true}} has the source's text in place of all that was made of it.
     */
    @POST
    @Path("{itemRevision}/take")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Takes what the source says now, as an edit")
    public RestResponse<Article> take(
            @RestPath UUID id,
            @RestPath long itemRevision,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        var replace =
                (body == null || body.length == 0)
                        ? null
                        : StrictJson.bind(StrictJson.read(body), Taking.class).replace();
        return Answers.ok(decisions.take(id, itemRevision, ifMatch, replace, callers.present()));
    }

    /** Leaves what the source says now, and what it said before and nobody decided on. */
    @POST
    @Path("{itemRevision}/leave")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Leaves what the source says now")
    public RestResponse<Article> leave(
            @RestPath UUID id,
            @RestPath long itemRevision,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        return Answers.ok(decisions.leave(id, itemRevision, ifMatch, callers.present()));
    }

    /**
     * How a revision is taken.
     *
     * @param replace whether the source's text takes the place of all that was made of it; false to
     *     keep the staff's where both changed the same; null where that is not decided
     */
    record Taking(Boolean replace) {}
}
