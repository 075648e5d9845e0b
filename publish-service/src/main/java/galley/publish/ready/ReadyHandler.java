package galley.publish.ready;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.VoidChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

import galley.publish.rate.Rates;
import galley.publish.rate.Standing;

/**
 * Gives on one connection of HTTP/1.1 what is ready, and leaves all other requests to the platform.
 */
// What a write comes to is told by its promise, or as a fault of the connection.
@SuppressWarnings("FutureReturnValueIgnored")
final class ReadyHandler extends ChannelInboundHandlerAdapter {
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");
    private static final CharSequence X_FORWARDED_FOR =
            HttpHeaders.createOptimized("X-Forwarded-For");
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] NO_BODY = {};

    /** More than what is said to one client takes. */
    private static final int CLIENTS_OWN = 128;

    private final ChannelHandlerContext encoder;
    private final PipeliningHandler requests;
    private final BiFunction<Question, String, ReadyAnswer> ready;
    private final Supplier<Optional<Standing>> standing;
    private final ReadyMetrics metrics;

    /** A client that went away meanwhile is no fault of the connection. */
    private final ChannelPromise unheard;

    /** Of a request that was answered here the end has not come. */
    private boolean dropping;

    private boolean written;

    /**
     * Answers the requests that come after it was put there.
     *
     * @param encoder makes bytes of answers; what comes after it takes bytes
     * @param requests lets them through
     * @param ready what is ready for a question and a tag that may be null; null for nothing
     * @param standing how the client stands
     */
    ReadyHandler(
            ChannelHandlerContext encoder,
            PipeliningHandler requests,
            BiFunction<Question, String, ReadyAnswer> ready,
            Supplier<Optional<Standing>> standing,
            ReadyMetrics metrics) {
        this.encoder = encoder;
        this.requests = requests;
        this.unheard = new VoidChannelPromise(encoder.channel(), false);
        this.ready = ready;
        this.standing = standing;
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            dropping = answer(request);
            if (dropping) {
                requests.answered();
            }
        }
        if (dropping) {
            dropping = !(message instanceof LastHttpContent);
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
