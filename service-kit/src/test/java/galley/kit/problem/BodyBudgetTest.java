package galley.kit.problem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The room of these tests holds four of the largest bodies. */
@QuarkusTest
@QuarkusTestResource(SigningKey.class)
class BodyBudgetTest {

    @Test
    void whereBodiesTakeAllTheRoomTheNextIsAskedToComeAgain() throws IOException {
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                senders.add(senderWhoseBodyNeverComes());
            }
            await().atMost(20, SECONDS).until(() -> post().statusCode() == 503);
            post().then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("1"))
                    .body("type", equalTo("urn:galley:problem:unavailable"));
            given().get("/echo/problems/any").then().statusCode(404);
        } finally {
            for (var sender : senders) {
                sender.close();
            }
        }
        await().atMost(20, SECONDS).until(() -> post().statusCode() == 200);
    }

    private static Response post() {
        return given().contentType("application/json").body("{\"title\": \"Tide\"}").post("/echo");
    }

    private static Socket senderWhoseBodyNeverComes() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        var head =
                "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 65536\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
