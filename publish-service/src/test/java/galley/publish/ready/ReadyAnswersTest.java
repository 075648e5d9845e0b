package galley.publish.ready;

import java.util.List;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nobody gets an answer that is no longer true, however often it was given. */
@TestServers
class ReadyAnswersTest {
    @Inject Desk desk;
    @Inject Session session;
    @Inject MeterRegistry metrics;

    private Article article;

    @BeforeEach
    void release() {
        desk.clear();
        article = desk.release(Samples.article("p01-reprint"));
    }

    @Test
    void whatChangesHereIsWhatTheNextRequestGets() {
        for (var path : Doors.of(article)) {
            assertThat(RestAssured.get(path).asString()).as(path).doesNotContain("Corrected");
            RestAssured.get(path);
        }
        desk.release(Samples.next(article, json -> json.put("headline", "Corrected")));
        for (var path : Doors.of(article)) {
            assertThat(RestAssured.get(path).asString()).as(path).contains("Corrected");
        }
    }

    @Test
    void whatIsKilledIsGoneAtTheNextRequest() {
        for (var path : Doors.of(article)) {
            assertThat(RestAssured.get(path).statusCode()).isEqualTo(200);
        }
        desk.kill(article, "Withdrawn");
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(410);
        RestAssured.get("/articles/" + article.slug()).then().statusCode(410);
        for (var list : List.of("/v1/articles", "/")) {
            assertThat(RestAssured.get(list).asString()).doesNotContain(article.slug());
        }
    }

    @Test
    void whatAnotherReplicaChangesIsHeardOf() {
        var path = "/v1/articles/" + article.id();
        assertThat(RestAssured.get(path).asString()).doesNotContain("Elsewhere");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                session.createNativeMutationQuery(
                                                """
                                                update edition_article set article = jsonb_set(
                                                    article, '{headline}', '"Elsewhere"')
                                                where id = :id
                                                """)
                                        .setParameter("id", article.id())
                                        .executeUpdate());
        await().untilAsserted(
                        () -> assertThat(RestAssured.get(path).asString()).contains("Elsewhere"));
    }

    @Test
    void anAnswerIsTheSameBytesAndHeadersEveryTime() {
        for (var path : Doors.of(article)) {
            var first = PlainClient.get(path, "Accept-Encoding", "gzip");
            var second = PlainClient.get(path, "Accept-Encoding", "gzip");
            assertThat(second.body()).as(path).isEqualTo(first.body());
            assertThat(second.headers().allValues("Vary"))
                    .as(path)
                    .containsAll(first.headers().allValues("Vary"));
            for (var header : List.of("ETag", "Content-Type", "Content-Encoding")) {
                assertThat(PlainClient.header(second, header))
                        .as(path + " " + header)
                        .isEqualTo(PlainClient.header(first, header));
            }
            var known = PlainClient.header(second, "ETag");
            var third = PlainClient.get(path, "Accept-Encoding", "gzip", "If-None-Match", known);
            assertThat(third.statusCode()).as(path).isEqualTo(304);
            assertThat(third.body()).isEmpty();
        }
    }

    @Test
    void whatIsGivenAgainSaysHowItsClientStandsAndIsNotCounted() {
        var path = "/v1/articles/" + article.id();
        RestAssured.get(path);
        for (int time = 1; time <= 10; time++) {
            var answer = RestAssured.get(path);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"minute\";q=60000;w=60");
            assertThat(answer.header("RateLimit")).matches("\"minute\";r=\\d+;t=\\d+");
        }
        var page = "/articles/" + article.slug();
        RestAssured.get(page);
        assertThat(RestAssured.get(page).header("RateLimit")).isNull();
    }

    @Test
    void whatIsGivenAgainIsCountedWithTheRequestsOfItsKind() {
        long before = counted();
        RestAssured.get("/v1/articles/" + article.id());
        RestAssured.get("/v1/articles/" + article.id());
        await().untilAsserted(() -> assertThat(counted()).isEqualTo(before + 2));
    }

    private long counted() {
        return metrics
                .find("http.server.requests")
                .tag("uri", "/v1/articles/{idOrSlug}")
                .tag("status", "200")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
