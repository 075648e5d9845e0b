package galley.publish.content;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.kit.paging.Page;
import galley.publish.frontpage.FrontPages;
import galley.publish.http.Answers;

/** The front page as its editors arranged it. */
@Path("/v1/front-page")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Front page", description = "What stands where")
public class FrontPageResource {
    private final FrontPages frontPages;
    private final ContentForms forms;

    FrontPageResource(FrontPages frontPages, ContentForms forms) {
        this.frontPages = frontPages;
        this.forms = forms;
    }

    @GET
    @Operation(
            summary = "The articles of the front page, in its order",
            description =
                    "The newest ones where nobody has arranged it. It is one page, so `next` is"
                            + " null; `GET /v1/articles` has all.")
    @APIResponse(
            responseCode = "200",
            description = "The articles that are live now",
            content =
                    @Content(
                            mediaType = Form.JSON_TYPE,
                            schema = @Schema(implementation = ContentPage.class)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    public Response get(@Context HttpHeaders request) {
        var page = new Page<>(frontPages.front().entries(), null);
        // a pin ends by itself, so no time of a change tells whether it is the same
        return Answers.of(forms.list(page), null, request).build();
    }
}
