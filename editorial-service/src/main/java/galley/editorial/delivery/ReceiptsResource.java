package galley.editorial.delivery;

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

/** Answers who has which version of an article. */
@Path("/v1/articles/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "History")
public class ReceiptsResource {
    private final Articles articles;
    private final Receipts receipts;

    ReceiptsResource(Articles articles, Receipts receipts) {
        this.articles = articles;
        this.receipts = receipts;
    }

    /** Who has which version, and who has confirmed a withdrawal, the latest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Who has which version, and who has confirmed a withdrawal, latest first",
            description =
                    "The door `public` stands for pages, API, feeds, topic and streams, which can"
                            + " only say since when they offer it. Of one `version`, or of all.")
    public Page<ReceiptView> deliveries(
            @RestPath UUID id,
            @RestQuery Integer version,
            @RestQuery String limit,
            @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        articles.get(id);
        return receipts.page(id, version, request);
    }
}
