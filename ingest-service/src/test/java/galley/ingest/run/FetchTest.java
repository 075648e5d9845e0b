package galley.ingest.run;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class FetchTest {
    private static final byte[] NOTHING = new byte[0];

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();

    @AfterEach
    void closeSite() {
        site.close();
    }

    @Test
    void aFetchAnswersWhatBecameOfEachEntry() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a"), Rss.item("2", "Two", "b")));
        assertThat(admin.fetch(source)).isEqualTo(counts(2, 2, 0, 0, 0));
        assertThat(admin.fetch(source)).isEqualTo(counts(2, 0, 0, 2, 0));
        site.serves(
                Rss.feed(
                        Rss.item("0", "Zero", "z"),
                        Rss.item("1", "One", "a"),
                        Rss.unreadable("bad"),
                        Rss.item("2", "Two", "b, corrected")));
        assertThat(admin.fetch(source)).isEqualTo(counts(4, 1, 1, 1, 1));
    }

    @Test
    void whatWasReadWholeIsAskedForOnlyWhenItHasChanged() {
        var source = admin.register(site.feed());
        var monday = "Mon, 18 May 2026 08:00:00 GMT";
        site.serves(Rss.feed(Rss.item("1", "One", "a")), "ETag", "\"a\"", "Last-Modified", monday);
        admin.fetch(source);
        site.answers(304, NOTHING);
        assertThat(admin.fetch(source)).isEqualTo(counts(0, 0, 0, 0, 0));
        var requests = site.requests();
        assertThat(requests.get(0)).doesNotContainKeys("If-none-match", "If-modified-since");
        assertThat(requests.get(1).getFirst("If-None-Match")).isEqualTo("\"a\"");
        assertThat(requests.get(1).getFirst("If-Modified-Since")).isEqualTo(monday);
    }

    @Test
    void theValidatorsAreThoseOfTheLastDocument() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(), "ETag", "\"a\"");
        admin.fetch(source);
        site.serves(Rss.feed(), "ETag", "W/\"b\"");
        admin.fetch(source);
        site.serves(Rss.feed());
        admin.fetch(source);
        admin.fetch(source);
        assertThat(site.requests().get(2).getFirst("If-None-Match")).isEqualTo("W/\"b\"");
        assertThat(site.requests().get(3)).doesNotContainKeys("If-none-match");
    }

    @Test
    void afterADocumentThatBrokeOffOrAChangedAddressTheWholeIsAskedFor() {
        var source = admin.register(site.feed());
        var whole = Rss.feed(Rss.item("1", "One", "a"), Rss.item("2", "Two", "b"));
        site.serves(whole.substring(0, whole.indexOf("Two")), "ETag", "\"a\"");
        assertThat(admin.fetch(source)).isEqualTo(counts(2, 1, 0, 0, 1));
        site.serves(whole, "ETag", "\"b\"");
        assertThat(admin.fetch(source)).isEqualTo(counts(2, 1, 0, 1, 0));
        admin.patch("/v1/sources/" + source, "{\"url\": \"%s\"}".formatted(site.at("/moved.xml")))
                .expect(200);
        admin.fetch(source);
        assertThat(site.requests())
                .allSatisfy(request -> assertThat(request).doesNotContainKeys("If-none-match"));
    }

    @Test
    void notModifiedIsNoAnswerToWhoHasNothing() {
        var source = admin.register(site.feed());
        site.answers(304, NOTHING);
        fails(source, 502, "fetch-status", "304");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 400, 401, 403, 404, 410, 429, 500, 503})
    void aSourcesErrorIsAFailedRunAndAClearProblem(int status) {
        var source = admin.register(site.feed());
        site.answers(status, NOTHING);
        fails(source, 502, "fetch-status", "answers " + status);
    }

    @Test
    void aDocumentOverTheLimitIsRefused() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a".repeat(200_000))));
        fails(source, 502, "fetch-too-large", "larger than 102400 bytes");
    }

    @Test
    void silenceIsBounded() {
        var source = admin.register(site.feed());
        var over = new CountDownLatch(1);
        site.handles(exchange -> wait(over));
        fails(source, 504, "fetch-timed-out", "in time");
        over.countDown();
    }

    @Test
    void aDripIsBounded() {
        var source = admin.register(site.feed());
        site.handles(FetchTest::drip);
        fails(source, 504, "fetch-timed-out", "longer than 3 seconds");
    }

    @Test
    void nobodyThereIsSaidSo() {
        var source = admin.register(site.feed());
        site.close();
        fails(source, 502, "fetch-unreachable", "can't be connected");
    }

    @Test
    void redirectsAreFollowedAndTheItemsAreTheSources() {
        var source = admin.register(site.at("/old"));
        var feed = Rss.feed("<item><title>One</title><link>/one</link></item>");
        site.handles(
                exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/old")) {
                        exchange.getResponseHeaders().set("Location", "/new/feed.xml");
                        FeedServer.answer(exchange, 301, NOTHING);
                    } else {
                        FeedServer.answer(exchange, 200, feed.getBytes(UTF_8));
                    }
                });
        assertThat(admin.fetch(source)).isEqualTo(counts(1, 1, 0, 0, 0));
    }

    @Test
    void aRedirectThatLeadsNowhereFails() {
        var source = admin.register(site.feed());
        site.answers(302, NOTHING, "Location", "/feed.xml");
        fails(source, 502, "fetch-broken", "redirects more than 5 times");
        site.answers(302, NOTHING, "Location", "file:///etc/hostname");
        fails(source, 422, "fetch-refused", "Only http and https");
    }

    @Test
    void aFailureLeavesWhatCameBefore() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a")), "ETag", "\"a\"");
        admin.fetch(source);
        site.answers(500, NOTHING);
        admin.post("/v1/sources/" + source + "/fetch", null).expect(502);
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        assertThat(admin.fetch(source)).isEqualTo(counts(1, 0, 0, 1, 0));
        assertThat(site.requests().getLast().getFirst("If-None-Match")).isEqualTo("\"a\"");
    }

    @Test
    void aSourceThatPushesIsNotFetched() {
        Api.as("source", "not-fetched").post("/v1/items", "{\"headline\": \"A\"}").expect(201);
        var pushing =
                admin.all("/v1/sources").stream()
                        .filter(source -> source.path("name").asText().equals("not-fetched"))
                        .findFirst()
                        .orElseThrow();
        admin.post("/v1/sources/" + pushing.path("id").asText() + "/fetch", null)
                .problem(409, "not-fetched");
    }

    @Test
    void runsAreListedTheNewestFirst() {
        var source = admin.register(site.feed());
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        admin.fetch(source);
        admin.fetch(source);
        var runs = admin.all("/v1/sources/" + source + "/runs");
        assertThat(runs).hasSize(2).allMatch(run -> run.path("status").asText().equals("done"));
        assertThat(runs).extracting(run -> run.path("new").asInt()).containsExactly(0, 1);
        var newest = runs.getFirst();
        assertThat(newest.path("trigger").asText()).isEqualTo("hand");
        assertThat(newest.path("finishedAt").asText())
                .isGreaterThan(newest.path("startedAt").asText());
        assertThat(newest.path("error").isNull()).isTrue();
        var page = admin.get("/v1/sources/" + source + "/runs?limit=1").expect(200).json();
        assertThat(page.path("items")).containsExactly(newest);
        assertThat(page.path("next").isTextual()).isTrue();
    }

    @Test
    void aSecondFetchByHandJoinsTheRunUnderWay() throws Exception {
        var source = admin.register(site.feed());
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        site.handles(
                exchange -> {
                    asked.countDown();
                    wait(go);
                    var feed = Rss.feed(Rss.item("1", "One", "a"));
                    FeedServer.answer(exchange, 200, feed.getBytes(UTF_8));
                });
        var first = supplyAsync(() -> admin.fetch(source));
        asked.await();
        var second = supplyAsync(() -> admin.fetch(source));
        assertThat(second).isNotCompleted();
        go.countDown();
        assertThat(first.get(10, SECONDS)).isEqualTo(counts(1, 1, 0, 0, 0));
        assertThat(second.get(10, SECONDS)).isEqualTo(counts(1, 1, 0, 0, 0));
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void aSourceThatIsRemovedDuringAFetchTakesNothingIn() throws Exception {
        var source = admin.register(site.feed());
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        site.handles(
                exchange -> {
                    asked.countDown();
                    wait(go);
                    var feed = Rss.feed(Rss.item("1", "One", "a"));
                    FeedServer.answer(exchange, 200, feed.getBytes(UTF_8));
                });
        var fetch = supplyAsync(() -> admin.post("/v1/sources/" + source + "/fetch", null));
        asked.await();
        admin.delete("/v1/sources/" + source).expect(204);
        go.countDown();
        fetch.get(10, SECONDS).problem(404, "source-removed");
    }

    private void fails(String source, int status, String type, String detail) {
        var problem = admin.post("/v1/sources/" + source + "/fetch", null).problem(status, type);
        assertThat(problem.path("detail").asText()).contains(detail);
        var run = admin.all("/v1/sources/" + source + "/runs").getFirst();
        assertThat(run.path("status").asText()).isEqualTo("failed");
        assertThat(run.path("error").path("type").asText()).isEqualTo(type);
        assertThat(run.path("error").path("detail")).isEqualTo(problem.path("detail"));
    }

    private static String counts(int seen, int added, int updated, int unchanged, int bad) {
        return "{\"seen\":%d,\"new\":%d,\"updated\":%d,\"unchanged\":%d,\"quarantined\":%d}"
                .formatted(seen, added, updated, unchanged, bad);
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** A byte at a time, each soon enough that the server is never silent for long. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var out = exchange.getResponseBody();
        out.write("<rss>".getBytes(UTF_8));
        try {
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(100); // what a slow site does, not what the test waits for
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
