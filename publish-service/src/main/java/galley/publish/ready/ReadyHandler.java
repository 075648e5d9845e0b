package galley.publish.ready;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import galley.publish.rate.Rates;
import galley.publish.rate.Standing;

/**
 * Gives on one connection of HTTP/1.1 what is ready, and leaves all other requests to the platform.
 * As answers go out in the order of the requests (RFC 9112, section 9.3.2), what comes while the
 * platform owes an answer waits here until it has given that.
 */
// What a write comes to is told by its promise, or as a fault of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class ReadyHandler extends ChannelDuplexHandler {
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence X_FORWARDED_FOR =
            HttpHeaders.createOptimized("X-Forwarded-For");
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] NO_BODY = {};

    /** More than what is said to one client takes. */
    private static final int CLIENTS_OWN = 128;

    /** Beyond these no more is read until they have been dealt with. */
    private static final int MOST_WAITING = 100;

    private final ChannelHandlerContext encoder;
    private final BiFunction<Question, String, ReadyAnswer> ready;
    private final Supplier<Optional<Standing>> standing;
    private final ReadyMetrics metrics;

    /** A client that went away meanwhile is no fault of the connection. */
    private final ChannelPromise unheard;

    private final Deque<Object> waiting = new ArrayDeque<>();

    /** The platform has a request and has not answered it; at first the one it just got. */
    private boolean owed = true;

    private Rest rest = Rest.OF_THE_PLATFORMS;

    private boolean paused;
    private boolean written;

    /** What a request is followed by until its end has come. */
    private enum Rest {
        NONE,
        OF_THE_PLATFORMS,
        OF_ONE_ANSWERED_HERE
    }

    /**
     * Watches a connection whose first request the platform has, but for its end.
     *
     * @param encoder makes bytes of answers; what comes after it takes bytes
     * @param ready what is ready for a question and a tag that may be null; null for nothing
     * @param standing how the client stands
     */
    ReadyHandler(
            ChannelHandlerContext encoder,
            BiFunction<Question, String, ReadyAnswer> ready,
            Supplier<Optional<Standing>> standing,
            ReadyMetrics metrics) {
        this.encoder = encoder;
        this.unheard = new VoidChannelPromise(encoder.channel(), false);
        this.ready = ready;
        this.standing = standing;
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (waiting.isEmpty() && !mustWait(context)) {
            take(context, message);
        } else {
            waiting.add(message);
            pauseIfFull(context);
        }
    }

    /** The next request waits for what is owed, and until the client reads what it was given. */
    private boolean mustWait(ChannelHandlerContext context) {
        return rest == Rest.NONE && (owed || !context.channel().isWritable());
    }

    private void take(ChannelHandlerContext context, Object message) {
        boolean ends = message instanceof LastHttpContent;
        if (message instanceof HttpRequest request) {
            if (!owed && answer(request)) {
                rest = ends ? Rest.NONE : Rest.OF_ONE_ANSWERED_HERE;
                return;
            }
            owed = true;
            rest = Rest.OF_THE_PLATFORMS;
        }
        boolean dropped = rest == Rest.OF_ONE_ANSWERED_HERE;
        rest = ends ? Rest.NONE : rest;
        if (dropped) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (written) {
            written = false;
            context.flush();
        }
        context.fireChannelReadComplete();
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
            takeWaitingSoon(context);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        takeWaitingSoon(context);
    }

    /** Not at once: each answer would be given within the one before. */
    private void takeWaitingSoon(ChannelHandlerContext context) {
        if (!waiting.isEmpty()) {
            context.executor().execute(() -> takeWaiting(context));
        }
    }

    private void takeWaiting(ChannelHandlerContext context) {
        if (paused) {
            paused = false;
            // before the platform gets anything: that may have it paused again
            context.channel().config().setAutoRead(true);
        }
        try {
            while (!waiting.isEmpty() && !mustWait(context)) {
                take(context, waiting.remove());
            }
            pauseIfFull(context);
        } catch (RuntimeException e) {
            context.fireExceptionCaught(e); // which ends the connection
        } finally {
            channelReadComplete(context);
        }
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

    private boolean answer(HttpRequest request) {
        long begin = System.nanoTime();
        if (!(request.headers() instanceof MultiMap headers) || !isPlain(request, headers)) {
            return false; // also what could not be read, which has other headers
        }
        boolean limited = request.uri().startsWith(Rates.API);
        if (limited && (headers.contains(FORWARDED) || headers.contains(X_FORWARDED_FOR))) {
            return false; // the platform knows whom the gateway speaks for
        }
        var question = Question.of(request.uri(), headers);
        var ifNoneMatch = headers.get(HttpHeaders.IF_NONE_MATCH);
        var answer = question == null ? null : ready.apply(question, ifNoneMatch);
        if (answer == null || answer.template() == null) {
            return false;
        }
        boolean wanted = ifNoneMatch == null;
        write(
                wanted ? answer.head() : answer.headOfNotModified(),
                limited,
                wanted ? answer.body() : NO_BODY);
        metrics.count(
                answer.template(), request.uri(), wanted ? 200 : 304, System.nanoTime() - begin);
        return true;
    }

    /** Nothing about it but what a question has: it has no body and the connection stays. */
    private static boolean isPlain(HttpRequest request, MultiMap headers) {
        return request.decoderResult().isSuccess()
                && request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.uri().startsWith("/") // and no address with a host
                && headers.getAll(HttpHeaders.CONNECTION).stream()
                        .allMatch("keep-alive"::equalsIgnoreCase)
                && headers.contains(HttpHeaders.HOST)
                && !headers.contains(HttpHeaders.CONTENT_LENGTH)
                && !headers.contains(HttpHeaders.TRANSFER_ENCODING)
                && !headers.contains(HttpHeaders.EXPECT);
    }

    private void write(byte[] head, boolean limited, byte[] body) {
        ByteBuf bytes = encoder.alloc().ioBuffer(head.length + CLIENTS_OWN + body.length);
        bytes.writeBytes(head);
        if (limited) {
            standing.get().ifPresent(it -> it.tell((name, value) -> field(bytes, name, value)));
        }
        bytes.writeBytes(LINE_END).writeBytes(body);
        encoder.write(bytes, unheard);
        written = true;
    }

    private static void field(ByteBuf bytes, String name, String value) {
        ByteBufUtil.writeAscii(bytes, name);
        ByteBufUtil.writeAscii(bytes, ": ");
        ByteBufUtil.writeAscii(bytes, value);
        bytes.writeBytes(LINE_END);
    }
}
