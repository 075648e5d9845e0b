package galley.publish.stream;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.PlainClient;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.SseListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who listens is told of everything they asked for, once, in order, and of no withdrawn text. */
@TestServers
class StreamTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;

    private final List<SseListener> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(SseListener::close);
    }

    private SseListener listen(String query, String... headers) {
        var listener = SseListener.open(address(query), headers);
        opened.add(listener);
        soon().until(() -> !listener.lastEventId().isEmpty());
        return listener;
    }

    private static URI address(String query) {
        return URI.create("http://127.0.0.1:" + RestAssured.port + "/v1/stream" + query);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static void awaitTold(SseListener listener, String... told) {
        soon().untilAsserted(() -> assertThat(told(listener)).containsExactly(told));
    }

    /** Versions, statuses, and whether they match. */
    private static List<String> told(SseListener listener) {
        return listener.events("article").stream()
                .map(
                        it ->
                                "%s %s%s"
                                        .formatted(
                                                it.path("version").asText(),
                                                it.path("status").asText(),
                                                it.path("matches").asBoolean() ? "" : " left"))
                .toList();
    }

    private static String section() {
        return "section-" + UUID.randomUUID();
    }

    private static Article in(String section, Article article) {
        return Samples.changed(article, json -> json.put("section", section));
    }

    @Test
    void whatIsPublishedCorrectedAndKilledIsToldWithItsDocument() {
        var section = section();
        var listener = listen("?section=" + section);
        var article = desk.release(in(section, Samples.article("p01-reprint")));
        awaitTold(listener, "1 usable");
        var second = desk.release(Samples.next(article, json -> json.put("headline", "Corrected")));
        awaitTold(listener, "1 usable", "2 usable");
        desk.kill(second, "Not true");
        awaitTold(listener, "1 usable", "2 usable", "3 canceled left");
        var first = listener.events("article").getFirst();
        assertThat(first.path("id").asText()).isEqualTo(article.id().toString());
        assertThat(first.path("revision").asLong()).isEqualTo(article.revision());
        assertThat(first.path("headline").asText()).isEqualTo(article.headline());
        assertThat(first.path("url").asText()).endsWith("/articles/" + article.slug());
        assertThat(first.path("section").asText()).isEqualTo(section);
        assertThat(first.path("kind").asText()).isEqualTo("reprint");
        assertThat(first.path("language").asText()).isEqualTo(article.language());
        assertThat(first.path("tags").isArray()).isTrue();
        try (var topic = new PublicTopic()) {
            soon().until(() -> topic.of(article.id()).size() >= 3);
            assertThat(listener.events("article").getLast().path("document"))
                    .isEqualTo(topic.of(article.id()).getLast());
            assertThat(first.path("document")).isEqualTo(topic.of(article.id()).getFirst());
        }
    }

    @Test
    void theAnswerIsAStreamThatNobodyKeepsAndAnySiteMayRead() {
        var listener = listen("", "Origin", "https://elsewhere.example");
        assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
        assertThat(listener.header("Cache-Control")).isEqualTo("no-store");
        assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(listener.header("Access-Control-Allow-Origin"))
                .isIn("*", "https://elsewhere.example");
        soon().until(() -> listener.retry().equals("3000"));
        soon().until(() -> listener.comments() >= 3);
    }

    @Test
    void documentsCanBeLeftOut() {
        var section = section();
        var listener = listen("?documents=false&section=" + section);
        var article = desk.release(in(section, Samples.article("p01-reprint")));
        awaitTold(listener, "1 usable");
        var told = listener.events("article").getFirst();
        assertThat(told.has("document")).isFalse();
        assertThat(told.path("headline").asText()).isEqualTo(article.headline());
    }

    @Test
    void aClientThatComesBackGetsWhatItMissedAndNothingTwice() {
        var section = section();
        var first = listen("?section=" + section);
        var article = desk.release(in(section, Samples.article("p01-reprint")));
        awaitTold(first, "1 usable");
        first.close();
        var second = desk.release(Samples.next(article, _ -> {}));
        desk.release(Samples.next(second, _ -> {}));
        var again = listen("?section=" + section, "Last-Event-ID", first.lastEventId());
        awaitTold(again, "2 usable", "3 usable");
        var byQuery = listen("?section=" + section + "&lastEventId=" + first.lastEventId());
        awaitTold(byQuery, "2 usable", "3 usable");
    }

    @Test
    void whoComesBackAfterAWithdrawalGetsNoneOfItsText() {
        var section = section();
        var start = listen("").lastEventId();
        var article = desk.release(in(section, Samples.article("p01-reprint")));
        desk.kill(desk.release(Samples.next(article, _ -> {})), "Not true");
        var listener = listen("?section=" + section, "Last-Event-ID", start);
        awaitTold(listener, "3 canceled left");
        assertThat(listener.events("article").getFirst().path("document").has("bodies")).isFalse();
    }

    @Test
    void whatIsWithheldIsToldAndToldAgainOnceItIsBack() {
        var section = section();
        var listener = listen("?section=" + section);
        var article = desk.release(in(section, Samples.article("p01-reprint")));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        soon().until(() -> listener.events("article").size() >= 2);
        soon().untilAsserted(
                        () -> assertThat(told(listener)).endsWith("1 withheld left", "1 usable"));
    }

    @Test
    void anArticleThatLeavesWhatWasAskedForIsToldOnceMoreAndItsWithdrawalToo() {
        var coast = section();
        var inland = section();
        var listener = listen("?section=" + coast);
        var both = listen("?section=%s&section=%s".formatted(coast, inland));
        var first = desk.release(in(coast, Samples.article("p01-reprint")));
        awaitTold(listener, "1 usable");
        var second = desk.release(in(inland, Samples.next(first, _ -> {})));
        awaitTold(listener, "1 usable", "2 usable left");
        var third = desk.release(Samples.next(second, _ -> {}));
        awaitTold(both, "1 usable", "2 usable", "3 usable");
        desk.kill(third, "Not true");
        awaitTold(both, "1 usable", "2 usable", "3 usable", "4 canceled left");
        awaitTold(listener, "1 usable", "2 usable left", "4 canceled left");
    }

    @Test
    void filtersNarrowTogether() {
        var tag = "tag-" + UUID.randomUUID();
        var german = listen("?language=de&tag=" + tag);
        var english = listen("?language=en&tag=" + tag);
        var video = listen("?kind=video&tag=" + tag);
        var reprint = listen("?kind=reprint&tag=" + tag);
        var source = listen("?source=nobody&tag=" + tag);
        var publisher = listen("?source=" + tag + "&tag=" + tag);
        desk.release(
                Samples.article(
                        "p01-reprint",
                        json -> {
                            json.put("language", "en-GB").putArray("tags").add(tag);
                            for (JsonNode part : json.withArray("parts")) {
                                if (part.path("attribution").isObject()) {
                                    ((ObjectNode) part.path("attribution")).put("publisher", tag);
                                }
                            }
                        }));
        for (var listener : List.of(english, reprint, publisher)) {
            awaitTold(listener, "1 usable");
        }
        var end = english.lastEventId();
        for (var listener : List.of(german, video, source)) {
            soon().until(() -> Long.parseLong(listener.lastEventId()) >= Long.parseLong(end));
            assertThat(listener.events("article")).isEmpty();
        }
    }

    @Test
    void whoseLastEventIsNoLongerKnownReadsEverythingAgain() {
        var section = section();
        var listener = listen("?section=" + section, "Last-Event-ID", "999999999999");
        soon().until(() -> !listener.events("reset").isEmpty());
        desk.release(in(section, Samples.article("p01-reprint")));
        awaitTold(listener, "1 usable");
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        for (var query : List.of("?lastEventId=x", "?documents=maybe")) {
            var answer = PlainClient.get("/v1/stream" + query, "Accept", "text/event-stream");
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(PlainClient.header(answer, "Content-Type")).contains("problem+json");
        }
    }

    @Test
    void manyListenAtOnce() {
        var section = section();
        List<SseListener> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add(listen("?section=" + section));
        }
        desk.release(in(section, Samples.article("p01-reprint")));
        soon().untilAsserted(
                        () ->
                                assertThat(many)
                                        .allSatisfy(
                                                it ->
                                                        assertThat(told(it))
                                                                .containsExactly("1 usable")));
    }
}
