package galley.publish.subscription.delivery;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import galley.kit.paging.Page;
import galley.kit.paging.PageRequest;
import galley.publish.access.Roles;
import galley.publish.subscription.Subscriptions;

/** What subscribers were sent, over HTTP. */
@Path("/v1/subscriptions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.SUBSCRIBER, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Subscriptions")
public class DeliveryResource {
    private final Subscriptions subscriptions;
    private final DeliveryLog log;
    private final Replays replays;
    private final Tests tests;

    DeliveryResource(Subscriptions subscriptions, DeliveryLog log, Replays replays, Tests tests) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.replays = replays;
        this.tests = tests;
    }

    /** What was sent and is to be, the latest first. */
    @GET
    @Path("deliveries")
    @Operation(
            summary = "What was sent and is to be, the latest first",
            description = "Of one `article`, or of all.")
    public Page<DeliveryView> deliveries(
            @RestPath UUID id,
            @RestQuery UUID article,
            @RestQuery String limit,
            @RestQuery String cursor) {
        return log.page(id, article, PageRequest.of(limit, cursor));
    }

    /** Sends again what was announced. */
    @POST
    @Path("replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(
            summary = "Sends again what was announced since a time, or last of an article",
            description =
                    "Of each article only what was announced last of it; what is new goes first."
                            + " Each event has an id of its own.")
    @APIResponse(responseCode = "202", description = "It will be sent")
    @RequestBody(content = @Content(schema = @Schema(implementation = ReplayRequest.class)))
    public void replay(@RestPath UUID id, byte[] body) {
        subscriptions.get(id); // whether there is one is said before what is wrong with the body
        ReplayRequest request = ReplayRequest.read(body);
        if (request.article() == null) {
            replays.since(id, request.time());
        } else {
            replays.article(id, request.article());
        }
    }

    /** Sends a test at once, and answers how it was taken. */
    @POST
    @Path("test")
    @Operation(summary = "Sends a test at once, and answers how it was taken")
    public TestResult test(@RestPath UUID id) {
        return tests.test(id);
    }
}
