package galley.editorial.revision;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.history.History;
import galley.editorial.history.HistoryView;
import galley.events.Article;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

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

    RevisionsResource(History history, PastArticles pastArticles) {
        this.history = history;
        this.pastArticles = pastArticles;
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
            throw Problems.notFound("There is no article with this id.");
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
        return pastArticles
                .at(id, revision)
                .orElseThrow(
                        () -> Problems.notFound("There is no such revision of such an article."));
    }
}
