package galley.publish.stream;

import java.util.List;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

import galley.kit.problem.Problems;
import galley.kit.stream.ServerSentEvents;
import galley.publish.edition.Audience;

/** Tells what the public is told, as it is told (server-sent events, WHATWG HTML). */
@Path("/v1/stream")
@PermitAll
@Blocking // until the stream is open: a method that answers a Multi would not be
@RunOnVirtualThread
@Tag(name = "Stream")
public class StreamResource {
    private final ArticleStreams streams;
    private final StreamConfig config;

    StreamResource(ArticleStreams streams, StreamConfig config) {
        this.streams = streams;
        this.config = config;
    }

    /** Releases, corrections and withdrawals, for as long as the client listens. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "What is published, corrected and withdrawn, as it happens",
            description =
                    "Events `article`, of the articles with one of the given values of `section`,"
                            + " `tag`, `source`, `language` and `kind`, each of which can be given"
                            + " several times; with the ninjs document unless `documents` is false."
                            + " An article that no longer fits is told of once more, with"
                            + " `matches` false, and a withdrawal to all whom it ever fitted. A"
                            + " client that comes back sends the last id in `Last-Event-ID`, or as"
                            + " `lastEventId`; after two weeks it gets a `reset` and reads"
                            + " everything again.")
    public Multi<OutboundSseEvent> stream(
            @RestQuery List<String> section,
            @RestQuery List<String> tag,
            @RestQuery List<String> source,
            @RestQuery List<String> language,
            @RestQuery List<String> kind,
            @RestQuery String documents,
            @RestHeader("Last-Event-ID") String lastEventIdHeader,
            @RestQuery String lastEventId,
            @Context Sse sse,
            RoutingContext routing) {
        return streams.open(
                        Wanted.of(
                                section,
                                tag,
                                source,
                                language,
                                kind,
                                Audience.product(),
                                wants(documents)),
                        lastEventIdHeader == null ? lastEventId : lastEventIdHeader,
                        ServerSentEvents.cutOff(routing))
                .map(message -> ServerSentEvents.of(message, sse, config.retry()));
    }

    private static boolean wants(String documents) {
        return switch (documents == null ? "" : documents) {
            case "", "true" -> true;
            case "false" -> false;
            default -> throw Problems.badRequest("documents is true or false.");
        };
    }
}
