package galley.editorial.revision;

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

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.article.Answers;
import galley.editorial.article.Articles;
import galley.editorial.content.Content;
import galley.editorial.diff.ContentDiff;
import galley.editorial.history.History;
import galley.editorial.history.HistoryView;
import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers the revisions of an article. */
@Path("/v1/articles/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class RevisionsResource {
    private final History history;
    private final PastArticles pastArticles;
    private final Restorations restorations;
    private final Callers callers;

    RevisionsResource(
            History history,
            PastArticles pastArticles,
            Restorations restorations,
            Callers callers) {
        this.history = history;
        this.pastArticles = pastArticles;
        this.restorations = restorations;
        this.callers = callers;
    }

    /** The revisions of an article, oldest first: who made each, and how. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "The revisions of an article, oldest first")
    public Page<RevisionView> list(
            @RestPath UUID id, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        Page<HistoryView> page = history.revisions(id, request);
        if (page.items().isEmpty() && request.after() == null) {
            throw Articles.notFound();
        }
        return new Page<>(page.items().stream().map(RevisionView::of).toList(), page.next());
    }

    /** The article as it was at a revision. */
    @GET
    @Path("{revision}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "An article as it was at a revision")
    public Article get(@RestPath UUID id, @RestPath long revision) {
        return pastArticles.at(id, revision).orElseThrow(PastArticles::noSuchRevision);
    }

    /** What changed from one revision to another, which may be the earlier one. */
    @GET
    @Path("{range}/diff")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "What changed between two revisions, written as in 2..5",
            description =
                    "Texts word by word, everything else field by field, parts that moved as"
                            + " moved. Long texts with little in common are shown as deleted and"
                            + " inserted whole.")
    public ContentDiff diff(@RestPath UUID id, @RestPath String range) {
        RevisionRange revisions = RevisionRange.parse(range);
        return ContentDiff.of(contentAt(id, revisions.from()), contentAt(id, revisions.to()));
    }

    private Content contentAt(UUID id, long revision) {
        return pastArticles.contentAt(id, revision).orElseThrow(PastArticles::noSuchRevision);
    }

    /**
     * Makes the content of a revision the present one again, as an edit; the proposals stay those
     * of now. Takes {@code {"internalNote": "…"}} or nothing.
     */
    @POST
    @Path("{revision}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Makes the content of a revision the present one again")
    public RestResponse<Article> restore(
            @RestPath UUID id,
            @RestPath long revision,
            @RestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        return Answers.ok(restorations.restore(id, revision, ifMatch, body, callers.present()));
    }
}
