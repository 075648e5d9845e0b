package galley.editorial.trail;

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

import galley.editorial.article.Articles;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers the way of an article. */
@Path("/v1/articles/{id}/trail")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class TrailResource {
    private final Articles articles;
    private final Trail trail;

    TrailResource(Articles articles, Trail trail) {
        this.articles = articles;
        this.trail = trail;
    }

    /** The stations of an article's way, the first one first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "The way of an article from the source's bytes to the last delivery",
            description =
                    "What came, what was decided, and how each subscriber stands to each version,"
                            + " in the order of time. The door `public` can only say since when it"
                            + " offers a version.")
    public Page<TrailEntry> trail(
            @RestPath UUID id, @RestQuery String limit, @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        articles.get(id);
        return trail.page(id, request);
    }
}
