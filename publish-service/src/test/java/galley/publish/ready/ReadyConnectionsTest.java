package galley.publish.ready;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A client that keeps its connection gets what others get, in the order of its requests. */
@TestServers
class ReadyConnectionsTest {
    @Inject Desk desk;
    @Inject MeterRegistry metrics;

    private Article article;

    @BeforeEach
    void release() {
        desk.clear();
        article = desk.release(Samples.article("p01-reprint"));
    }

    private static Map<String, List<String>> ofAll(Talk.Answer answer) {
        var headers = new HashMap<>(answer.headers());
        headers.remove("ratelimit"); // counts down
        return headers;
    }

    private static Talk.Answer fresh(String path, String... fields) throws IOException {
        try (var talk = new Talk()) {
            return talk.ask(Talk.get(path, fields));
        }
    }

    @Test
    void anAnswerIsTheSameOnAnyConnection() throws IOException {
        for (var coding : List.of("gzip", "br", "identity")) {
            var accepted = "Accept-Encoding: " + coding;
            for (var path : Doors.of(article)) {
                var first = fresh(path, accepted);
                try (var talk = new Talk()) {
                    talk.ask(Talk.get(path, accepted));
                    for (int time = 1; time <= 3; time++) {
                        var again = talk.ask(Talk.get(path, accepted));
                        assertThat(again.status()).isEqualTo(200);
                        assertThat(ofAll(again)).as(path).isEqualTo(ofAll(first));
                        assertThat(again.body()).as(path).isEqualTo(first.body());
                    }
                    var known = "If-None-Match: " + first.header("etag");
                    var unchanged = talk.ask(Talk.get(path, accepted, known));
                    assertThat(unchanged.status()).isEqualTo(304);
                    assertThat(ofAll(unchanged)).isEqualTo(ofAll(fresh(path, accepted, known)));
                }
            }
        }
    }

    @Test
    void answersComeInTheOrderOfTheRequests() throws IOException {
        var ready = "/articles/" + article.slug();
        fresh(ready);
        try (var talk = new Talk()) {
            for (int limit = 1; limit <= 20; limit++) {
                talk.send(
                        Talk.get(ready)
                                + Talk.get("/v1/articles?limit=" + limit)
                                + Talk.get(ready)
                                + Talk.get("/articles/missing")
                                + Talk.get(ready));
                assertThat(talk.read().text()).startsWith("<!DOCTYPE html>");
                assertThat(talk.read().text()).startsWith("{\"items\":");
                assertThat(talk.read().status()).isEqualTo(200);
                assertThat(talk.read().status()).isEqualTo(404);
                assertThat(talk.read().text()).contains(article.headline());
            }
        }
    }

    @Test
    void whoAsksForMuchWithoutReadingGetsAllOfIt() throws IOException {
        var ready = "/articles/" + article.slug();
        try (var talk = new Talk()) {
            var first = talk.ask(Talk.get(ready));
            talk.send(Talk.get("/v1/articles?limit=21") + Talk.get(ready).repeat(3_000));
            assertThat(talk.read().text()).startsWith("{\"items\":");
            for (int i = 0; i < 3_000; i++) {
                assertThat(talk.read().body()).isEqualTo(first.body());
            }
        }
    }

    @Test
    void whatIsKilledIsGoneAtTheNextRequest() throws IOException {
        try (var talk = new Talk()) {
            for (var path : Doors.of(article)) {
                talk.ask(Talk.get(path));
                assertThat(talk.ask(Talk.get(path)).status()).isEqualTo(200);
            }
            desk.kill(article, "Withdrawn");
            assertThat(talk.ask(Talk.get("/v1/articles/" + article.id())).status()).isEqualTo(410);
            assertThat(talk.ask(Talk.get("/articles/" + article.slug())).status()).isEqualTo(410);
            assertThat(talk.ask(Talk.get("/")).text()).doesNotContain(article.slug());
        }
    }

    @Test
    void answersAreCountedWithThoseOfTheirKind() throws IOException {
        for (var path : Doors.of(article)) {
            var known = "If-None-Match: " + fresh(path).header("etag");
            fresh(path, known);
            await().untilAsserted(() -> assertThat(counted()).isNotZero());
            var series = series();
            long before = counted();
            try (var talk = new Talk()) {
                for (int time = 1; time <= 3; time++) {
                    talk.ask(Talk.get(path));
                    talk.ask(Talk.get(path, known));
                }
            }
            await().untilAsserted(() -> assertThat(counted()).as(path).isEqualTo(before + 6));
            assertThat(series()).as(path).isEqualTo(series);
        }
    }

    @Test
    void whatIsWrittenInSeveralLinesIsReadAsAList() throws IOException {
        var path = "/v1/articles/" + article.id();
        fresh(path, "Accept: */*", "Accept: text/html");
        assertThat(fresh(path, "Accept: */*").header("content-type")).contains("json");
        fresh(path, "Accept-Encoding: gzip", "Accept-Encoding: br");
        assertThat(fresh(path, "Accept-Encoding: gzip").header("content-encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        try (var talk = new Talk()) {
            talk.ask(Talk.get("/articles/" + article.slug()));
            assertThat(talk.ask("GARBAGE\r\n\r\n").status()).isEqualTo(400);
        }
    }

    private long counted() {
        return timers().mapToLong(Timer::count).sum();
    }

    private Set<Meter.Id> series() {
        return timers().map(Timer::getId).collect(Collectors.toSet());
    }

    private Stream<Timer> timers() {
        return metrics.find("http.server.requests").timers().stream();
    }
}
