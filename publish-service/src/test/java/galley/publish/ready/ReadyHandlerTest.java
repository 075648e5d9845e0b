package galley.publish.ready;

import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static galley.publish.ready.EmbeddedConnection.BODY;
import static galley.publish.ready.EmbeddedConnection.READY;
import static galley.publish.ready.EmbeddedConnection.READY_OF_API;
import static galley.publish.ready.EmbeddedConnection.request;
import static org.assertj.core.api.Assertions.assertThat;

/** Which requests of a connection are answered on it, and which the platform gets. */
class ReadyHandlerTest {
    @RegisterExtension final EmbeddedConnection connection = new EmbeddedConnection();

    @Test
    void whatIsReadyIsGivenWithoutThePlatform() {
        connection.get(READY);
        assertThat(connection.written())
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
        assertThat(connection.platform()).isEmpty();
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        connection.get(READY, "If-None-Match", "\"t\"");
        assertThat(connection.written())
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
        connection.get(READY_OF_API);
        assertThat(connection.written())
                .contains("\r\nRateLimit-Policy: \"minute\";q=60;w=60\r\n")
                .contains("\r\nRateLimit: \"minute\";r=59;t=1\r\n\r\nA page");
    }

    @Test
    void whatIsNotReadyGoesToThePlatform() {
        connection.get("/elsewhere");
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(2);
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
        connection.get(READY, field, value);
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(2);
    }

    @Test
    void soDoOtherMethodsAndVersions() {
        connection.ask(request(HttpMethod.HEAD, READY));
        connection.platformAnswers();
        var old =
                new DefaultHttpRequest(
                        HttpVersion.HTTP_1_0, HttpMethod.GET, READY, HeadersMultiMap.httpHeaders());
        connection.ask(old);
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(4);
    }

    @Test
    void whomAGatewaySpeaksForIsThePlatformsToSay() {
        connection.get(READY_OF_API, "X-Forwarded-For", "192.0.2.1");
        connection.platformAnswers();
        connection.get(READY_OF_API, "Forwarded", "for=192.0.2.1");
        connection.platformAnswers();
        assertThat(connection.platform()).hasSize(4);
        connection.get(READY, "X-Forwarded-For", "192.0.2.1");
        assertThat(connection.written()).as("pages are nobody's own").startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aBodyThatFollowsARequestWithoutOneDoesNotReachThePlatform() {
        var body = new DefaultHttpContent(Unpooled.copiedBuffer(BODY));
        connection.channel().writeInbound(request(HttpMethod.GET, READY), body);
        assertThat(connection.platform()).isEmpty();
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void whatCouldNotBeReadIsThePlatformsToRefuse() {
        var unreadable =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/bad-request");
        unreadable.setDecoderResult(DecoderResult.failure(new IllegalArgumentException()));
        connection.channel().writeInbound(unreadable);
        assertThat(connection.platform()).containsExactly(unreadable);
    }

    @Test
    void anAddressWithItsHostIsThePlatformsToRead() {
        connection.get("http://galley" + READY);
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(2);
    }

    @Test
    void anyOfSeveralLinesMayEndTheConnection() {
        connection.get(READY, "Connection", "keep-alive", "Connection", "close");
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(2);
    }

    @Test
    void answersAreCountedWithThoseOfThePlatform() {
        connection.get(READY);
        connection.get(READY);
        connection.get(READY, "If-None-Match", "\"t\"");
        for (var expected : Map.of("200", 2L, "304", 1L).entrySet()) {
            assertThat(
                            connection
                                    .meters()
                                    .get("http.server.requests")
                                    .tag("method", "GET")
                                    .tag("uri", "/articles/{slug}")
                                    .tag("status", expected.getKey())
                                    .timer()
                                    .count())
                    .isEqualTo(expected.getValue());
        }
    }
}
