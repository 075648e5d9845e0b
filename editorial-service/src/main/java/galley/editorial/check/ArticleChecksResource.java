package galley.editorial.check;

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

import galley.editorial.article.Articles;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Answers what checks find in an article. */
@Path("/v1/articles/{id}/checks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Checks")
public class ArticleChecksResource {
    private final Checks checks;
    private final Articles articles;

    ArticleChecksResource(Checks checks, Articles articles) {
        this.checks = checks;
        this.articles = articles;
    }

    /** What checks find in an article as it is now; a check that is off is left out. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "What checks find in an article as it is now")
    public Findings look(@RestPath UUID id) {
        return Findings.of(checks.of(articles.get(id)));
    }
}
