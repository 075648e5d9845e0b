package galley.ingest.websub;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import galley.ingest.access.Roles;
import galley.kit.problem.Problems;

/** A source's subscription with a hub, over HTTP. */
@Path("/v1/sources/{id}/websub")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "sources")
class SubscriptionResource {
    private final Subscriptions subscriptions;

    SubscriptionResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * A subscription as clients see it.
     *
     * @param leaseUntil when the hub stops to send, unless it is asked again before
     * @param failure why the last request was in vain, or null
     */
    record Answer(
            @Schema(enumeration = {"pending", "active", "denied", "ending"}) String state,
            String hub,
            String topic,
            Instant leaseUntil,
            Instant nextTryAt,
            String failure,
            Instant lastPushAt) {}

    @GET
    @Operation(summary = "Read a source's subscription with a hub")
    public Answer get(@PathParam("id") UUID id) {
        var it = subscriptions.findById(id);
        if (it == null) {
            throw Problems.notFound("This source has no subscription.");
        }
        return new Answer(
                it.state.name().toLowerCase(Locale.ROOT),
                it.hub,
                it.topic,
                it.leaseUntil,
                it.nextTryAt,
                it.failure,
                it.lastPushAt);
    }
}
