package galley.publish.ready;

import java.util.ArrayDeque;
import java.util.Deque;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

/**
 * Lets the requests of one connection of HTTP/1.1 through one at a time: the next waits here until
 * the one before was answered, as answers go out in the order of the requests (RFC 9112, section
 * 9.3.2), and until the client reads what it was given.
 */
// What becomes of a write is told by its promise, of a task by the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class PipeliningHandler extends ChannelDuplexHandler {
    /** Beyond these no more is read until they have been dealt with. */
    private static final int MOST_WAITING = 100;

    private final Deque<Object> waiting = new ArrayDeque<>();

    /** A request was let through and not answered; at first the one that the platform just got. */
    private boolean owed = true;

    /** Of that request the end has not come. */
    private boolean unfinished = true;

    private boolean paused;

    /** What was let through last was answered without the platform. */
    void answered() {
        owed = false;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting.isEmpty() && !mustWait(context)) {
            letThrough(context, message);
        } else {
            waiting.add(message);
            pauseIfFull(context);
        }
    }

    private boolean mustWait(ChannelHandlerContext context) {
        return !unfinished && (owed || !context.channel().isWritable());
    }

    private void letThrough(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            owed = true;
            unfinished = true;
        }
        if (message instanceof LastHttpContent) {
            unfinished = false;
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        context.write(message, promise);
        if (message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            if (response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                waiting.forEach(context::fireChannelRead);
                waiting.clear();
                context.pipeline().remove(this);
            }
        } else if (message instanceof LastHttpContent) {
            owed = false;
            goOnSoon(context);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        goOnSoon(context);
    }

    /** Not at once: each answer would be given within the one before. */
    private void goOnSoon(ChannelHandlerContext context) {
        if (!waiting.isEmpty()) {
            context.executor().execute(() -> goOn(context));
        }
    }

    private void goOn(ChannelHandlerContext context) {
        if (paused) {
            paused = false;
            // before the platform gets anything: that may have it paused again
            context.channel().config().setAutoRead(true);
        }
        while (!waiting.isEmpty() && !mustWait(context)) {
            letThrough(context, waiting.remove());
        }
        pauseIfFull(context);
        context.fireChannelReadComplete();
    }

    private void pauseIfFull(ChannelHandlerContext context) {
        if (waiting.size() >= MOST_WAITING && !paused) {
            paused = true;
            context.channel().config().setAutoRead(false);
        }
    }

    /** The platform, too, pauses the channel and lets it go on. */
    @Override
    public void read(ChannelHandlerContext context) {
        if (paused) {
            context.channel().config().setAutoRead(false);
        } else {
            context.read();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
