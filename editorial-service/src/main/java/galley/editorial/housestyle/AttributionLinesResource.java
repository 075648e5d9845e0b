package galley.editorial.housestyle;

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

/** Says in the house style where the reprints of an article are from. */
@Path("/v1/articles/{id}/attribution-lines")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "House style")
public class AttributionLinesResource {
    private final Articles articles;
    private final HouseStyle style;

    AttributionLinesResource(Articles articles, HouseStyle style) {
        this.articles = articles;
        this.style = style;
    }

    /** A sentence for each reprint of an article as it is now, and one for all. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "A sentence for each reprint of an article that says where it is from",
            description =
                    "In the article's language where the house style has it, else in English."
                            + " `text` and `html` are null where nothing is known to say."
                            + " `together` is one for all of several reprints whose publishers"
                            + " are known.")
    public AttributionLinesView list(@RestPath UUID id) {
        return AttributionLines.of(articles.get(id).content(), style.sentences().value());
    }
}
