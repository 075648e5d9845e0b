package galley.publish.ready;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static galley.publish.ready.EmbeddedConnection.BODY;
import static galley.publish.ready.EmbeddedConnection.READY;
import static galley.publish.ready.EmbeddedConnection.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Requests of a connection wait for one another. */
class PipeliningHandlerTest {
    @RegisterExtension final EmbeddedConnection connection = new EmbeddedConnection();

    @Test
    void whatComesWhileThePlatformOwesAnAnswerWaitsForIt() {
        connection.get("/elsewhere");
        connection.get(READY);
        connection.get("/further");
        connection.get(READY);
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).hasSize(2);
        connection.platformAnswers();
        assertThat(connection.written())
                .as("one, as the next is owed")
                .containsOnlyOnce("HTTP/1.1 200 OK");
        assertThat(connection.platform()).hasSize(4);
        connection.platformAnswers();
        assertThat(connection.written()).containsOnlyOnce("HTTP/1.1 200 OK");
    }

    @Test
    void noMoreIsReadThanCanWait() {
        connection.get("/elsewhere");
        for (int i = 0; i < 50; i++) {
            assertThat(connection.channel().config().isAutoRead()).isTrue();
            connection.get(READY);
        }
        assertThat(connection.channel().config().isAutoRead()).isFalse();
        connection.platformAnswers();
        assertThat(connection.channel().config().isAutoRead()).isTrue();
        assertThat(connection.written().split("HTTP/1.1 200 OK", -1)).hasSize(51);
    }

    @Test
    void aBodyThatStillComesAfterItsAnswerIsThePlatforms() {
        var request = request(HttpMethod.POST, "/v1/keys", "Content-Length", "6");
        connection.channel().writeInbound(request);
        connection.platformAnswers();
        connection.channel().writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        connection.channel().writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(connection.platform()).hasSize(3);
        connection.get(READY);
        assertThat(connection.written()).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void whatWaitsWhenTheConnectionEndsIsReleased() {
        connection.get("/elsewhere");
        var body = new DefaultHttpContent(Unpooled.copiedBuffer(BODY));
        connection.channel().writeInbound(request(HttpMethod.POST, "/v1/keys"), body);
        assertThat(connection.channel().close().isSuccess()).isTrue();
        connection.channel().runPendingTasks();
        assertThat(body.refCnt()).isZero();
    }

    @Test
    void toldToGoOnIsNotAnswered() {
        connection.ask(request(HttpMethod.POST, "/v1/keys", "Expect", "100-continue"));
        connection
                .channel()
                .writeOutbound(
                        new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        connection.channel().releaseOutbound();
        connection.get(READY);
        assertThat(connection.written()).isEmpty();
    }

    @Test
    void whoDoesNotReadGetsNoMore() {
        connection.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
        connection.get(READY);
        connection.get("/elsewhere");
        assertThat(connection.written()).isEmpty();
        assertThat(connection.platform()).isEmpty();
        connection.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        connection.channel().runPendingTasks();
        assertThat(connection.written()).startsWith("HTTP/1.1 200 OK");
        assertThat(connection.platform()).hasSize(2);
    }

    @Test
    void aFaultWhileOthersWaitEndsTheConnection() {
        connection.get("/elsewhere");
        connection.get(READY);
        connection.get("/faulty");
        assertThatIllegalStateException().isThrownBy(connection::platformAnswers);
        ReferenceCountUtil.release(connection.channel().readOutbound()); // the platform's
        assertThat(connection.written())
                .as("what came before is sent")
                .startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void aPauseByThePlatformIsNotUndone() {
        connection.get("/elsewhere");
        connection.channel().writeInbound(request(HttpMethod.POST, "/pausing"));
        for (int i = 0; i < 200; i++) {
            connection.channel().writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
        }
        assertThat(connection.channel().config().isAutoRead()).isFalse();
        connection.platformAnswers();
        assertThat(connection.channel().config().isAutoRead())
                .as("the platform paused it")
                .isFalse();
        assertThat(connection.platform()).hasSize(203);
    }

    @Test
    void thePlatformDoesNotUndoAPause() {
        connection.get("/elsewhere");
        for (int i = 0; i < 60; i++) {
            connection.get(READY);
        }
        connection.channel().config().setAutoRead(true);
        assertThat(connection.channel().config().isAutoRead()).isFalse();
    }

    @Test
    void afterAChangeOfProtocolAllIsThePlatforms() {
        connection.get("/socket", "Connection", "Upgrade");
        connection.channel().writeInbound(Unpooled.EMPTY_BUFFER);
        connection
                .channel()
                .writeOutbound(
                        new DefaultFullHttpResponse(
                                HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS));
        connection.channel().releaseOutbound();
        connection.channel().writeInbound(Unpooled.EMPTY_BUFFER);
        assertThat(connection.platform()).hasSize(4);
    }
}
