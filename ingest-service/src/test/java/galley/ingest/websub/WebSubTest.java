package galley.ingest.websub;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Galley subscribes with the hub that a feed names, and takes in what that sends. */
@OnServers
class WebSubTest {
    private final Api admin = Api.as("admin", "ada");
    private final Api nobody = Api.asNobody();
    private final FeedServer site = new FeedServer();
    private final FeedServer hub = new FeedServer();
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int hubsAnswer = 202;

    @BeforeEach
    void serve() {
        hub.handles(
                exchange -> {
                    asked.add(form(exchange));
                    FeedServer.answer(exchange, hubsAnswer, new byte[0]);
                });
        serves(Rss.item("1", "One", "The first."));
    }

    @AfterEach
    void close() {
        site.close();
        hub.close();
    }

    private void serves(String item) {
        site.serves(
                Rss.feed(item),
                "Link",
                "<%s>; rel=hub, <%s>; rel=self".formatted(hub.at("/"), site.feed()));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var form = new HashMap<String, String>();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        for (var field : body.split("&", -1)) {
            var parts = field.split("=", 2);
            form.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return form;
    }

    private String register(boolean webSub) {
        var source =
                admin.post(
                                "/v1/sources",
                                """
                                {"name": "A feed", "url": "%s", "pollEvery": "P1D", "webSub": %s}\
                                """
                                        .formatted(site.feed(), webSub))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
        admin.fetch(source);
        return source;
    }

    private Map<String, String> awaitRequest(int number) {
        await().atMost(20, SECONDS).until(() -> asked.size() >= number);
        return asked.get(number - 1);
    }

    /** Where the service really is, whatever it says of itself. */
    private static String callback(Map<String, String> request) {
        return URI.create(request.get("hub.callback")).getPath();
    }

    private Api.Answer verify(Map<String, String> request, String mode, String topic) {
        return verify(request, mode, topic, 86_400);
    }

    private Api.Answer verify(
            Map<String, String> request, String mode, String topic, int leaseSeconds) {
        return nobody.get(
                callback(request)
                        + "?hub.mode=%s&hub.topic=%s&hub.challenge=xyzzy&hub.lease_seconds=%d"
                                .formatted(mode, URLEncoder.encode(topic, UTF_8), leaseSeconds));
    }

    private Api.Answer push(Map<String, String> request, String secret, String document)
            throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal(document.getBytes(UTF_8)));
        return nobody.post(
                callback(request),
                document,
                "Content-Type",
                "application/rss+xml",
                "X-Hub-Signature",
                "sha256=" + signature);
    }

    private JsonNode subscription(String source) {
        return admin.get("/v1/sources/" + source + "/websub").expect(200).json();
    }

    private double items(String source) {
        return admin.get("/v1/sources/" + source).json().at("/health/itemsADay").asDouble();
    }

    @Test
    void whatTheHubSendsComesInOnceTheSubscriptionIsVerified() throws Exception {
        var source = register(true);
        var request = awaitRequest(1);
        assertThat(request)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", site.feed().toString())
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(request.get("hub.callback")).startsWith("http://ingest.example/v1/websub/");
        assertThat(request.get("hub.secret")).hasSizeGreaterThan(40);
        assertThat(subscription(source).path("state").asText()).isEqualTo("pending");

        var verified = verify(request, "subscribe", site.feed().toString());
        assertThat(verified.expect(200).text()).isEqualTo("xyzzy");
        assertThat(subscription(source).path("state").asText()).isEqualTo("active");

        push(request, request.get("hub.secret"), Rss.feed(Rss.item("2", "Two", "The second.")))
                .expect(202);
        assertThat(items(source)).isEqualTo(2.0);
        assertThat(subscription(source).path("lastPushAt").isTextual()).isTrue();
        // What was polled meanwhile is the same item.
        serves(Rss.item("2", "Two", "The second."));
        assertThat(admin.fetch(source)).contains("\"unchanged\":1");
    }

    @Test
    void whatIsNotTheHubsIsIgnored() throws Exception {
        var source = register(true);
        var request = awaitRequest(1);
        verify(request, "subscribe", site.feed().toString()).expect(200);
        push(request, "another secret", Rss.feed(Rss.item("2", "Two", "False."))).expect(202);
        nobody.post(callback(request), Rss.feed(Rss.item("2", "Two", "False."))).expect(202);
        assertThat(items(source)).isEqualTo(1.0);
    }

    @Test
    void whatCantBeReadWaitsInTheQuarantine() throws Exception {
        var source = register(true);
        var request = awaitRequest(1);
        push(request, request.get("hub.secret"), "<rss><channel>").expect(202);
        assertThat(admin.all("/v1/quarantine", "source=" + source)).hasSize(1);
    }

    @Test
    void nobodySubscribesGalleyToWhatItDidNotAskFor() {
        var source = register(true);
        var request = awaitRequest(1);
        verify(request, "subscribe", "https://elsewhere.example/").problem(404, "not-found");
        verify(request, "unsubscribe", site.feed().toString()).problem(404, "not-found");
        assertThat(subscription(source).path("state").asText()).isEqualTo("pending");
        nobody.get("/v1/websub/guessed?hub.mode=subscribe&hub.topic=a&hub.challenge=b")
                .problem(404, "not-found");
        nobody.post("/v1/websub/guessed", "x").expect(410);
    }

    @Test
    void whoIsToldNoKnowsWhy() {
        var source = register(true);
        var request = awaitRequest(1);
        nobody.get(
                        callback(request)
                                + "?hub.mode=denied&hub.reason=full&hub.topic="
                                + URLEncoder.encode(site.feed().toString(), UTF_8))
                .expect(200);
        assertThat(subscription(source).path("state").asText()).isEqualTo("denied");
        assertThat(subscription(source).path("failure").asText()).isEqualTo("full");
    }

    @Test
    void aHubThatFailsIsAskedAgainLater() {
        hubsAnswer = 503;
        var source = register(true);
        awaitRequest(1);
        await().atMost(10, SECONDS)
                .untilAsserted(
                        () ->
                                assertThat(subscription(source).path("failure").asText())
                                        .isEqualTo("The hub answers 503."));
    }

    @Test
    void aSourceThatNoLongerWantsItUnsubscribes() {
        var source = register(true);
        var request = awaitRequest(1);
        verify(request, "subscribe", site.feed().toString()).expect(200);
        admin.patch("/v1/sources/" + source, "{\"webSub\": false}").expect(200);
        assertThat(awaitRequest(2)).containsEntry("hub.mode", "unsubscribe");
        nobody.post(callback(request), "x").expect(410);
        verify(request, "unsubscribe", site.feed().toString()).expect(200);
        admin.get("/v1/sources/" + source + "/websub").problem(404, "not-found");
    }

    @Test
    void aSourceThatIsDeletedUnsubscribes() {
        var source = register(true);
        verify(awaitRequest(1), "subscribe", site.feed().toString()).expect(200);
        admin.delete("/v1/sources/" + source).expect(204);
        assertThat(awaitRequest(2)).containsEntry("hub.mode", "unsubscribe");
    }

    @Test
    void aLeaseOfSecondsIsRenewedBeforeItEnds() {
        register(true);
        verify(awaitRequest(1), "subscribe", site.feed().toString(), 6).expect(200);
        assertThat(awaitRequest(2)).containsEntry("hub.mode", "subscribe");
    }

    @Test
    void aSourceThatDoesNotWantItIsLeftAlone() {
        var source = register(false);
        admin.get("/v1/sources/" + source + "/websub").problem(404, "not-found");
    }
}
