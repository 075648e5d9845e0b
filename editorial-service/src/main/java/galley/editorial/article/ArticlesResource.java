package galley.editorial.article;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import galley.editorial.desk.DeskName;
import galley.editorial.etag.ArticleETag;
import galley.editorial.staff.Callers;
import galley.events.Article;
import galley.kit.etag.ETag;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Articles as documents: reads one, and saves what people write. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Articles")
public class ArticlesResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String NOTE =
            "An `internalNote` beside the article's members says what the save is about; its"
                    + " revision and the history show it.";

    private final Articles articles;
    private final Edits edits;
    private final Callers callers;

    ArticlesResource(Articles articles, Edits edits, Callers callers) {
        this.articles = articles;
        this.edits = edits;
        this.callers = callers;
    }

    /**
     * Begins an article as a draft; answers 201 with its address and ETag.
     *
     * @param desk whose queue it joins, or null
     * @param template the id of a template to begin with, or null; what the body says comes before
     *     what the template says
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(
            summary = "Begins an article as a draft",
            description =
                    "`desk` names the desk whose queue it joins. With `template`, the id of one,"
                            + " the body is a JSON Merge Patch of what the template says. "
                            + NOTE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Article.class)))
    public RestResponse<Article> create(
            @RestQuery String desk, @RestQuery String template, byte[] body) {
        String joined = desk == null ? null : DeskName.of(desk);
        Article article = edits.create(joined, template, body, callers.present());
        return RestResponse.ResponseBuilder.<Article>created(
                        URI.create("/v1/articles/" + article.id()))
                .header(HttpHeaders.ETAG, ETag.of(article.revision()))
                .entity(article)
                .build();
    }

    /**
     * The article as it is now; 304 to an {@code If-None-Match} that has its ETag. A waiting cancel
     * is part of the ETag. What readers get is not, so that an article that ever went out is always
     * answered whole.
     */
    @GET
    @Path("{id}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "An article as it is now")
    public RestResponse<Article> get(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Article article = articles.get(id).article();
        return article.version() == 0 && ArticleETag.of(article).isKnownTo(ifNoneMatch)
                ? Answers.unchanged(article)
                : Answers.ok(article);
    }

    /** Replaces the content; the members that only the platform changes are passed over. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(summary = "Replaces the content of an article", description = NOTE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Article.class)))
    public RestResponse<Article> replace(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return Answers.ok(edits.replace(id, ifMatch, body, callers.present()));
    }

    /** Changes some of the content: a JSON Merge Patch (RFC 7396). */
    @PATCH
    @Path("{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed({WRITER, EDITOR, PUBLISHER})
    @Operation(
            summary = "Changes some of the content of an article (JSON Merge Patch)",
            description = NOTE)
    @RequestBody(content = @Content(schema = @Schema(implementation = Article.class)))
    public RestResponse<Article> patch(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return Answers.ok(edits.patch(id, ifMatch, body, callers.present()));
    }
}
