package galley.kit.stream;

import java.time.Duration;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.netty.channel.Channel;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** Sends messages over HTTP. */
public final class ServerSentEvents {
    private ServerSentEvents() {}

    /**
     * The event of a message; its id is the position.
     *
     * @param retry after what time a client comes back whose stream has ended
     */
    public static OutboundSseEvent of(Message message, Sse sse, Duration retry) {
        OutboundSseEvent.Builder event =
                sse.newEventBuilder().id(Long.toString(message.position()));
        return message.name() == null
                ? event.comment("here").reconnectDelay(retry.toMillis()).build()
                : event.name(message.name()).data(String.class, message.data()).build();
    }

    /**
     * What ends the connection of a request at once, past Vert.x's own handler: that would first
     * write what is under way, and so wait for the client that takes nothing.
     */
    public static Runnable cutOff(RoutingContext request) {
        Channel channel = ((ConnectionBase) request.request().connection()).channel();
        return () -> {
            var _ = channel.pipeline().firstContext().close();
        };
    }
}
