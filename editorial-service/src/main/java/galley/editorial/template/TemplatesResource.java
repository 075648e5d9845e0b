package galley.editorial.template;

import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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

import galley.editorial.content.KnownPictures;
import galley.editorial.content.PlainText;
import galley.events.Kind;
import galley.kit.etag.ETag;
import galley.kit.json.SoundText;
import galley.kit.json.StrictJson;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.kit.problem.Problems;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Templates with which articles can begin. */
@Path("/v1/templates")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Templates")
public class TemplatesResource {
    private final Templates templates;
    private final KnownPictures pictures;

    TemplatesResource(Templates templates, KnownPictures pictures) {
        this.pictures = pictures;
        this.templates = templates;
    }

    /** A page of templates, the oldest first. */
    @GET
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(
            summary = "Templates, the oldest first",
            description = "With `desk`, those of the desk and those of every desk.")
    public Page<TemplateView> list(
            @RestQuery String kind,
            @RestQuery String desk,
            @RestQuery String limit,
            @RestQuery String cursor) {
        PageRequest request = PageRequest.of(limit, cursor);
        return Page.of(
                templates.page(kind(kind), desk(desk), request),
                request,
                Templates::place,
                TemplateView::of);
    }

    /** Adds a template; answers 201 with its address and ETag. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EDITOR, PUBLISHER})
    @Transactional
    @Operation(summary = "Adds a template")
    @RequestBody(content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public RestResponse<TemplateView> add(byte[] body) {
        Template template = templates.add(SentTemplate.read(body, pictures));
        return answer(
                RestResponse.ResponseBuilder.<TemplateView>created(
                        URI.create("/v1/templates/" + template.id)),
                template);
    }

    /** A template, with its ETag. */
    @GET
    @Path("{id}")
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @Transactional
    @Operation(summary = "A template")
    public RestResponse<TemplateView> get(@RestPath UUID id) {
        return answer(RestResponse.ResponseBuilder.ok(), templates.get(id));
    }

    /** Replaces a template; articles that began with it stay as they are. */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({EDITOR, PUBLISHER})
    @Transactional
    @Operation(summary = "Replaces a template; articles that began with it stay as they are")
    @RequestBody(content = @Content(schema = @Schema(implementation = TemplateView.class)))
    public RestResponse<TemplateView> replace(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        Template template = templates.lock(id, ifMatch);
        SentTemplate sent = SentTemplate.read(body, pictures);
        if (!template.says(sent)) {
            template.take(sent);
        }
        return answer(RestResponse.ResponseBuilder.ok(), template);
    }

    /** Deletes a template; articles that began with it stay as they are. */
    @DELETE
    @Path("{id}")
    @RolesAllowed({EDITOR, PUBLISHER})
    @Transactional
    @Operation(summary = "Deletes a template; articles that began with it stay as they are")
    public void delete(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        templates.delete(templates.lock(id, ifMatch));
    }

    private static RestResponse<TemplateView> answer(
            RestResponse.ResponseBuilder<TemplateView> answer, Template template) {
        return answer.entity(TemplateView.of(template))
                .header(HttpHeaders.ETAG, ETag.of(template.revision).toString())
                .build();
    }

    private static Kind kind(String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> StrictJson.treeOf(kind).asText().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problems.of(400, "bad-kind", "Bad kind", "There is no such kind."));
    }

    private static String desk(String name) {
        if (name != null && !SoundText.isSound(name)) {
            throw Problems.badRequest("A parameter holds a control character.");
        }
        return PlainText.orNull(name);
    }
}
