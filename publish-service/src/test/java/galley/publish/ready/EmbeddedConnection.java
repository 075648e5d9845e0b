package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import galley.publish.rate.Standing;

/**
 * A connection without a network, on which one page is ready, and the platform answers on demand.
 */
final class EmbeddedConnection implements AfterEachCallback {
    static final String READY = "/articles/harbour";
    static final String READY_OF_API = "/v1/articles/harbour";
    static final byte[] BODY = "A page".getBytes(StandardCharsets.UTF_8);

    private static final List<ReadyAnswer.Header> EVERY =
            List.of(ReadyAnswer.Header.of("access-control-allow-origin", "*"));
    private static final List<ReadyAnswer.Header> OWN =
            List.of(
                    ReadyAnswer.Header.of("Content-Type", "text/plain"),
                    ReadyAnswer.Header.of("ETag", "\"t\""));

    private final List<Object> platform = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final EmbeddedChannel channel;

    /** Connects; the first request was answered by the platform already. */
    EmbeddedConnection() {
        var encoder = new ChannelOutboundHandlerAdapter();
        channel = new EmbeddedChannel(encoder);
        var requests = new PipeliningHandler();
        channel.pipeline()
                .addLast(requests)
                .addLast(
                        new ReadyHandler(
                                channel.pipeline().context(encoder),
                                requests,
                                EmbeddedConnection::ready,
                                EmbeddedConnection::standing,
                                new ReadyMetrics(meters)))
                .addLast(new Platform());
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        platformAnswers();
        platform.clear();
    }

    /** Keeps what it gets; pauses the channel where the address is {@code /pausing}. */
    private final class Platform extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            platform.add(message);
            if (message instanceof HttpRequest request && request.uri().equals("/pausing")) {
                channel.config().setAutoRead(false);
            }
        }
    }

    private static ReadyAnswer ready(Question question, String ifNoneMatch) {
        if (question.uri().equals("/faulty")) {
            throw new IllegalStateException("A fault");
        }
        var answer =
                new ReadyAnswer(EVERY, OWN, BODY, "\"t\"", "/articles/{slug}", List.of(), 0, 0);
        return question.uri().endsWith("/articles/harbour") && answer.answers(ifNoneMatch)
                ? answer
                : null;
    }

    private static Optional<Standing> standing() {
        return Optional.of(new Standing(true, 60, 59, Duration.ofSeconds(1)));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        channel.finishAndReleaseAll();
    }

    EmbeddedChannel channel() {
        return channel;
    }

    /** What the platform got. */
    List<Object> platform() {
        return platform;
    }

    MeterRegistry meters() {
        return meters;
    }

    /** It answers, and whoever reads the connection takes its answer. */
    void platformAnswers() {
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        ReferenceCountUtil.release(channel.readOutbound());
        channel.runPendingTasks();
    }

    /**
     * The beginning of a request.
     *
     * @param fields names and values of its header, in turn
     */
    static HttpRequest request(HttpMethod method, String uri, String... fields) {
        var headers = HeadersMultiMap.httpHeaders();
        headers.add("Host", "galley");
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(fields[i], fields[i + 1]);
        }
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, uri, headers);
    }

    /** Sends a request without a body. */
    void ask(HttpRequest request) {
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** Asks for an address, with fields as {@link #request} takes them. */
    void get(String uri, String... fields) {
        ask(request(HttpMethod.GET, uri, fields));
    }

    /** What was written on the connection itself since the last look. */
    String written() {
        var text = new StringBuilder();
        for (Object message = channel.readOutbound();
                message != null;
                message = channel.readOutbound()) {
            var bytes = (ByteBuf) message;
            text.append(bytes.toString(StandardCharsets.UTF_8));
            bytes.release();
        }
        return text.toString();
    }
}
