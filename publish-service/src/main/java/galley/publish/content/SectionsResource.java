package galley.publish.content;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.problem.Problems;
import galley.publish.frontpage.FrontPages;
import galley.publish.http.Answers;

/** The sections that readers see, and their pages. */
@Path("/v1/sections")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Front page")
public class SectionsResource {
    private final FrontPages frontPages;
    private final ContentForms forms;

    SectionsResource(FrontPages frontPages, ContentForms forms) {
        this.frontPages = frontPages;
        this.forms = forms;
    }

    @GET
    @Operation(summary = "The sections, in their order")
    @APIResponse(
            responseCode = "200",
            description = "All of them; `next` is null",
            content =
                    @Content(
                            mediaType = Form.JSON_TYPE,
                            schema = @Schema(implementation = ContentSections.class)))
    @APIResponse(responseCode = "304", description = "They are as you have them")
    public Response list(@Context HttpHeaders request) {
        return Answers.ofNoArticle(forms.sections(frontPages.sections()), request).build();
    }

    @GET
    @Path("{key}")
    @Operation(
            summary = "A section and the articles of its page, in the page's order",
            description =
                    "It is one page, so `next` is null; `GET /v1/articles?section=` with the"
                            + " section's name has all.")
    @APIResponse(
            responseCode = "200",
            description = "The section, and its articles that are live now",
            content =
                    @Content(
                            mediaType = Form.JSON_TYPE,
                            schema = @Schema(implementation = ContentSectionPage.class)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such section")
    public Response get(@PathParam("key") String key, @Context HttpHeaders request) {
        var section =
                frontPages
                        .section(key)
                        .orElseThrow(() -> Problems.notFound("There is no section " + key + "."));
        var entries = frontPages.listing(section).entries();
        return Answers.of(forms.section(section, entries), null, request).build();
    }
}
