package galley.editorial.webhook;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
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

import galley.kit.etag.ETag;
import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;

import static galley.editorial.staff.Roles.ADMIN;

/** Who is told of what beyond the staff tools. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
public class WebhooksResource {
    private final Webhooks webhooks;
    private final Sending sending;

    WebhooksResource(Webhooks webhooks, Sending sending) {
        this.webhooks = webhooks;
        this.sending = sending;
    }

    /** Makes a webhook; the answer alone has the secret of one that sends JSON. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Makes a webhook",
            description =
                    "Tells of the `steps` on articles of the `desks`, or of all where these are"
                            + " null, as the `template` has it: slack, mattermost, teams or json.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookSettings.class)))
    public RestResponse<WebhookView> add(byte[] body) {
        Webhook hook = webhooks.add(body);
        return RestResponse.ResponseBuilder.<WebhookView>created(
                        URI.create("/v1/webhooks/" + hook.id))
                .entity(WebhookView.of(hook, true))
                .header(HttpHeaders.ETAG, ETag.of(hook.revision).toString())
                .build();
    }

    /** All webhooks, the oldest first. */
    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "All webhooks, the oldest first")
    public Page<WebhookView> list(@RestQuery String limit, @RestQuery String cursor) {
        return webhooks.page(PageRequest.of(limit, cursor));
    }

    /** A webhook, and how it goes. */
    @GET
    @Path("{webhook}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "A webhook, and how it goes")
    public RestResponse<WebhookView> get(@RestPath UUID webhook) {
        return answer(webhooks.get(webhook));
    }

    /** Changes some of its settings. */
    @PATCH
    @Path("{webhook}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Changes some of its settings",
            description = "With `enabled` it is silenced, or begins anew after it was disabled.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookSettings.class)))
    public RestResponse<WebhookView> change(
            @RestPath UUID webhook, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(webhooks.change(webhook, ifMatch, body));
    }

    /** Removes it, and what it was still to be told. */
    @DELETE
    @Path("{webhook}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Removes it, and what it was still to be told")
    public void remove(@RestPath UUID webhook, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        webhooks.remove(webhook, ifMatch);
    }

    /** Tells it something made up, at once, also while it is disabled. */
    @POST
    @Path("{webhook}/test")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Tells it something made up, and answers how it took that")
    public Outcome test(@RestPath UUID webhook) {
        return sending.test(webhooks.get(webhook));
    }

    private static RestResponse<WebhookView> answer(Webhook hook) {
        return RestResponse.ResponseBuilder.ok(WebhookView.of(hook, false))
                .header(HttpHeaders.ETAG, ETag.of(hook.revision).toString())
                .build();
    }
}
