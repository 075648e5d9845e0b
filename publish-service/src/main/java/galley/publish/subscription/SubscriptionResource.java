package galley.publish.subscription;

import java.net.URI;
import java.time.Clock;
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
import galley.publish.access.Roles;

/** Subscriptions over HTTP. */
@Path("/v1/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBSCRIBER, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Subscriptions", description = "Webhooks, by the rules of Standard Webhooks")
public class SubscriptionResource {
    private final Subscriptions subscriptions;
    private final Clock clock;

    SubscriptionResource(Subscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** Makes a subscription; the answer alone has its secret. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a subscription",
            description =
                    "From now on `url` is sent what is published of the `product`: events of the"
                            + " types article.published, article.updated, article.withheld and"
                            + " article.withdrawn, or those of them that `events` has. An admin's"
                            + " with cache.purge alone is a cache: it is sent which surrogate keys"
                            + " and addresses to drop. The answer has the secret that signs it,"
                            + " and no other answer has it again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionSettings.class)))
    public RestResponse<SubscriptionView> add(byte[] body) {
        Subscription it = subscriptions.add(body);
        return withSecret(
                RestResponse.ResponseBuilder.created(URI.create("/v1/subscriptions/" + it.id)), it);
    }

    /** The caller's subscriptions, the oldest first; an admin's are all. */
    @GET
    @Operation(summary = "Your subscriptions, the oldest first; an admin sees all")
    public Page<SubscriptionView> list(@RestQuery String limit, @RestQuery String cursor) {
        return subscriptions.page(PageRequest.of(limit, cursor));
    }

    /** A subscription, and how it goes. */
    @GET
    @Path("{id}")
    @Operation(summary = "A subscription, and how it goes")
    public RestResponse<SubscriptionView> get(@RestPath UUID id) {
        return answer(subscriptions.get(id));
    }

    /** Changes some of its settings. */
    @PATCH
    @Path("{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Changes some of its settings",
            description =
                    "With `state` it is paused, or active again, also after it was disabled: it"
                            + " then gets what it missed.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SubscriptionSettings.class)))
    public RestResponse<SubscriptionView> change(
            @RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch, byte[] body) {
        return answer(subscriptions.change(id, ifMatch, body));
    }

    /** Gives it another secret, which the answer has. */
    @POST
    @Path("{id}/rotate")
    @Operation(
            summary = "Gives it another secret",
            description =
                    "The present secret signs beside it for a day. Do it twice to be rid of one"
                            + " that somebody else knows.")
    public RestResponse<SubscriptionView> rotate(@RestPath UUID id) {
        return withSecret(RestResponse.ResponseBuilder.ok(), subscriptions.rotate(id));
    }

    /** Removes it, and what it was still to be sent. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes it, and what it was still to be sent")
    public void remove(@RestPath UUID id, @RestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        subscriptions.remove(id, ifMatch);
    }

    private RestResponse<SubscriptionView> answer(Subscription it) {
        return RestResponse.ResponseBuilder.ok(SubscriptionView.of(it, clock.instant()))
                .header(HttpHeaders.ETAG, ETag.of(it.revision).toString())
                .build();
    }

    private RestResponse<SubscriptionView> withSecret(
            RestResponse.ResponseBuilder<SubscriptionView> answer, Subscription it) {
        return answer.entity(SubscriptionView.withSecret(it, clock.instant()))
                .header(HttpHeaders.ETAG, ETag.of(it.revision).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
