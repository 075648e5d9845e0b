package galley.publish.ready;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.publish.rate.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Which requests of a connection are answered on it, and which the platform gets. */
class ReadyHandlerTest {
    private static final String READY = "/articles/harbour";
    private static final String READY_OF_API = "/v1/articles/harbour";
    private static final byte[] BODY = "A page".getBytes(StandardCharsets.UTF_8);
    private static final List<ReadyAnswer.Header> EVERY =
            List.of(ReadyAnswer.Header.of("access-control-allow-origin", "*"));
    private static final List<ReadyAnswer.Header> OWN =
            List.of(
                    ReadyAnswer.Header.of("Content-Type", "text/plain"),
                    ReadyAnswer.Header.of("ETag", "\"t\""));

    private final List<Object> platform = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private EmbeddedChannel channel;

    @BeforeEach
    void connect() {
        var encoder = new ChannelOutboundHandlerAdapter();
        channel = new EmbeddedChannel(encoder);
        channel.pipeline()
                .addLast(
                        new ReadyHandler(
                                channel.pipeline().context(encoder),
                                ReadyHandlerTest::ready,
                                () ->
                                        Optional.of(
                                                new Standing(true, 60, 59, Duration.ofSeconds(1))),
                                new ReadyMetrics(meters)))
                .addLast(
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext context, Object message) {
                                platform.add(message);
                                if (message instanceof HttpRequest request
                                        && request.uri().equals("/pausing")) {
                                    channel.config().setAutoRead(false);
                                }
                            }
                        });
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT); // of what was first
        platformAnswers();
        platform.clear();
    }

    @AfterEach
    void disconnect() {
        channel.finishAndReleaseAll();
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

    /** It answers, and whoever reads the connection takes its answer. */
    private void platformAnswers() {
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        ReferenceCountUtil.release(channel.readOutbound());
        channel.runPendingTasks();
    }

    private static HttpRequest request(HttpMethod method, String uri, String... fields) {
        var headers = HeadersMultiMap.httpHeaders();
        headers.add("Host", "galley");
        for (int i = 0; i < fields.length; i += 2) {
            headers.add(fields[i], fields[i + 1]);
        }
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, uri, headers);
    }

    private void ask(HttpRequest request) {
        channel.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** What was written on the connection itself since the last look. */
    private String written() {
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

    @Test
    void whatIsReadyIsGivenWithoutThePlatform() {
        ask(request(HttpMethod.GET, READY));
        assertThat(written())
                .isEqualTo(
                        """
                        HTTP/1.1 200 OK
                        access-control-allow-origin: *
                        Content-Type: text/plain
                        ETag: "t"
                        content-length: 6

                        A page\
                        """
                                .replace("\n", "\r\n"));
        assertThat(platform).isEmpty();
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        ask(request(HttpMethod.GET, READY, "If-None-Match", "\"t\""));
        assertThat(written())
                .isEqualTo(
                        """
                        HTTP/1.1 304 Not Modified
                        access-control-allow-origin: *
                        ETag: "t"

                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void whoAsksTheApiIsToldHowTheyStand() {
        ask(request(HttpMethod.GET, READY_OF_API));
        assertThat(written())
                .contains("\r\nRateLimit-Policy: \"minute\";q=60;w=60\r\n")
                .contains("\r\nRateLimit: \"minute\";r=59;t=1\r\n\r\nA page");
    }

    @Test
    void whatIsNotReadyGoesToThePlatform() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(2);
    }

    @Test
    void whatComesWhileThePlatformOwesAnAnswerWaitsForIt() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        ask(request(HttpMethod.GET, READY));
        ask(request(HttpMethod.GET, "/further"));
        ask(request(HttpMethod.GET, READY));
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(2);
        platformAnswers();
        assertThat(written()).as("one, as the next is owed").containsOnlyOnce("HTTP/1.1 200 OK");
        assertThat(platform).hasSize(4);
        platformAnswers();
        assertThat(written()).containsOnlyOnce("HTTP/1.1 200 OK");
    }

    @Test
    void noMoreIsReadThanCanWait() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        for (int i = 0; i < 50; i++) {
            assertThat(channel.config().isAutoRead()).isTrue();
            ask(request(HttpMethod.GET, READY));
        }
        assertThat(channel.config().isAutoRead()).isFalse();
        platformAnswers();
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(written().split("HTTP/1.1 200 OK", -1)).hasSize(51);
    }

    @Test
    void aBodyThatStillComesAfterItsAnswerIsThePlatforms() {
        var request = request(HttpMethod.POST, "/v1/keys", "Content-Length", "6");
        channel.writeInbound(request);
        platformAnswers();
        channel.writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(platform).hasSize(3);
        ask(request(HttpMethod.GET, READY));
        assertThat(written()).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void whatWaitsWhenTheConnectionEndsIsReleased() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        var body = new DefaultHttpContent(Unpooled.copiedBuffer(BODY));
        channel.writeInbound(request(HttpMethod.POST, "/v1/keys"), body);
        assertThat(channel.close().isSuccess()).isTrue();
        channel.runPendingTasks();
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void toldToGoOnIsNotAnswered() {
        ask(request(HttpMethod.POST, "/v1/keys", "Expect", "100-continue"));
        channel.writeOutbound(
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        channel.releaseOutbound();
        ask(request(HttpMethod.GET, READY));
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 3",
        "Transfer-Encoding, chunked",
        "Expect, 100-continue",
        "Connection, close",
        "Connection, Upgrade",
        "Authorization, Bearer x",
        "X-API-Key, x",
        "Range, bytes=0-1",
        "If-None-Match, \"other\""
    })
    void whatAsksForMoreGoesToThePlatform(String field, String value) {
        ask(request(HttpMethod.GET, READY, field, value));
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(2);
    }

    @Test
    void soDoOtherMethodsAndVersions() {
        ask(request(HttpMethod.HEAD, READY));
        platformAnswers();
        var old =
                new DefaultHttpRequest(
                        HttpVersion.HTTP_1_0, HttpMethod.GET, READY, HeadersMultiMap.httpHeaders());
        ask(old);
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(4);
    }

    @Test
    void whomAGatewaySpeaksForIsThePlatformsToSay() {
        ask(request(HttpMethod.GET, READY_OF_API, "X-Forwarded-For", "192.0.2.1"));
        platformAnswers();
        ask(request(HttpMethod.GET, READY_OF_API, "Forwarded", "for=192.0.2.1"));
        platformAnswers();
        assertThat(platform).hasSize(4);
        ask(request(HttpMethod.GET, READY, "X-Forwarded-For", "192.0.2.1"));
        assertThat(written()).as("pages are nobody's own").startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aBodyThatFollowsARequestWithoutOneDoesNotReachThePlatform() {
        var body = new DefaultHttpContent(Unpooled.copiedBuffer(BODY));
        channel.writeInbound(request(HttpMethod.GET, READY), body);
        assertThat(platform).isEmpty();
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void whoDoesNotReadGetsNoMore() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        ask(request(HttpMethod.GET, READY));
        ask(request(HttpMethod.GET, "/elsewhere"));
        assertThat(written()).isEmpty();
        assertThat(platform).isEmpty();
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        channel.runPendingTasks();
        assertThat(written()).startsWith("HTTP/1.1 200 OK");
        assertThat(platform).hasSize(2);
    }

    @Test
    void whatCouldNotBeReadIsThePlatformsToRefuse() {
        var unreadable =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/bad-request");
        unreadable.setDecoderResult(DecoderResult.failure(new IllegalArgumentException()));
        channel.writeInbound(unreadable);
        assertThat(platform).containsExactly(unreadable);
    }

    @Test
    void aFaultWhileOthersWaitEndsTheConnection() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        ask(request(HttpMethod.GET, READY));
        ask(request(HttpMethod.GET, "/faulty"));
        assertThatIllegalStateException().isThrownBy(this::platformAnswers);
        ReferenceCountUtil.release(channel.readOutbound()); // the platform's
        assertThat(written()).as("what came before is sent").startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aPauseByThePlatformIsNotUndone() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        channel.writeInbound(request(HttpMethod.POST, "/pausing"));
        for (int i = 0; i < 200; i++) {
            channel.writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        }
        assertThat(channel.config().isAutoRead()).isFalse();
        platformAnswers();
        assertThat(channel.config().isAutoRead()).as("the platform paused it").isFalse();
        assertThat(platform).hasSize(203);
    }

    @Test
    void thePlatformDoesNotUndoAPause() {
        ask(request(HttpMethod.GET, "/elsewhere"));
        for (int i = 0; i < 60; i++) {
            ask(request(HttpMethod.GET, READY));
        }
        channel.config().setAutoRead(true);
        assertThat(channel.config().isAutoRead()).isFalse();
    }

    @Test
    void afterAChangeOfProtocolAllIsThePlatforms() {
        ask(request(HttpMethod.GET, "/socket", "Connection", "Upgrade"));
        channel.writeInbound(Unpooled.EMPTY_BUFFER);
        channel.writeOutbound(
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
        channel.releaseOutbound();
        channel.writeInbound(Unpooled.EMPTY_BUFFER);
        assertThat(platform).hasSize(4);
    }

    @Test
    void anAddressWithItsHostIsThePlatformsToRead() {
        ask(request(HttpMethod.GET, "http://galley" + READY));
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(2);
    }

    @Test
    void anyOfSeveralLinesMayEndTheConnection() {
        ask(request(HttpMethod.GET, READY, "Connection", "keep-alive", "Connection", "close"));
        assertThat(written()).isEmpty();
        assertThat(platform).hasSize(2);
    }

    @Test
    void answersAreCountedWithThoseOfThePlatform() {
        ask(request(HttpMethod.GET, READY));
        ask(request(HttpMethod.GET, READY));
        ask(request(HttpMethod.GET, READY, "If-None-Match", "\"t\""));
        for (var expected : Map.of("200", 2L, "304", 1L).entrySet()) {
            assertThat(
                            meters.get("http.server.requests")
                                    .tag("method", "GET")
                                    .tag("uri", "/articles/{slug}")
                                    .tag("status", expected.getKey())
                                    .timer()
                                    .count())
                    .isEqualTo(expected.getValue());
        }
    }
}
