package galley.editorial.stream;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

import galley.editorial.staff.Callers;
import galley.kit.stream.ServerSentEvents;

import static galley.editorial.staff.Roles.ADMIN;
import static galley.editorial.staff.Roles.EDITOR;
import static galley.editorial.staff.Roles.PUBLISHER;
import static galley.editorial.staff.Roles.WRITER;

/** Tells the caller what happens, as it happens (server-sent events, WHATWG HTML). */
@Path("/v1/stream")
@Blocking // until the stream is open: a method that answers a Multi would not be
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamResource {
    private final ChangeStreams streams;
    private final StreamConfig config;
    private final Callers callers;
    private final JsonWebToken token;

    StreamResource(
            ChangeStreams streams, StreamConfig config, Callers callers, JsonWebToken token) {
        this.streams = streams;
        this.config = config;
        this.callers = callers;
        this.token = token;
    }

    /** Articles' changes and the caller's notifications, until the token expires. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({WRITER, EDITOR, PUBLISHER, ADMIN})
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "What happens, as it happens",
            description =
                    "Events `article`, of the articles of a `desk`, with an `article` id, or with"
                            + " `assignee=me` (desk and article can be given several times), and"
                            + " `notification`, the caller's own. A client that comes back sends"
                            + " the last id in `Last-Event-ID`, or as `lastEventId`; after more"
                            + " than a week it gets a `reset` and reads everything again.")
    public Multi<OutboundSseEvent> stream(
            @RestQuery List<String> desk,
            @RestQuery List<String> article,
            @RestQuery String assignee,
            @RestHeader("Last-Event-ID") String lastEventIdHeader,
            @RestQuery String lastEventId,
            @Context Sse sse,
            RoutingContext routing) {
        String owner = callers.present().actor().id();
        return streams.open(
                        Wanted.of(owner, desk, article, assignee),
                        lastEventIdHeader == null ? lastEventId : lastEventIdHeader,
                        Instant.ofEpochSecond(token.getExpirationTime()),
                        ServerSentEvents.cutOff(routing))
                .map(message -> ServerSentEvents.of(message, sse, config.retry()));
    }
}
