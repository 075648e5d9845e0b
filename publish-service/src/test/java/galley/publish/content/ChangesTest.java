package galley.publish.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever keeps a copy and asks again for what changed has what the edition has. */
@TestServers
class ChangesTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void whatCommitsLateIsNotLost() throws Exception {
        var slow = Samples.article("p01-reprint");
        var applied = new CountDownLatch(1);
        var polled = new CountDownLatch(1);
        try (var replica = Executors.newSingleThreadExecutor()) {
            var working =
                    replica.submit(
                            () ->
                                    desk.apply(
                                            Samples.released(slow),
                                            () -> {
                                                applied.countDown();
                                                await(polled);
                                            }));
            await(applied);
            // committed before the slow one, which began earlier
            var quick = desk.release(Samples.article("p02-round-up"));
            var client = new Client("2026-01-01T00:00:00Z");
            var began = Instant.now();
            client.poll(50);
            assertThat(client.copy).containsOnlyKeys(quick.id().toString());
            polled.countDown();
            working.get(30, TimeUnit.SECONDS);
            client.poll(50);
            assertThat(client.copy).containsOnlyKeys(quick.id().toString(), slow.id().toString());
            assertThat(ArticlesPage.ids(Map.of("since", began.toString())))
                    .containsExactly(slow.id().toString());
        }
    }

    @Test
    void whileReplicasWriteAClientMissesNothing() throws Exception {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            articles.add(Samples.article("p05-teaser"));
        }
        var client = new Client("2026-01-01T00:00:00Z");
        try (var replicas = Executors.newFixedThreadPool(4)) {
            List<Future<?>> working = new ArrayList<>();
            articles.forEach(article -> working.add(replicas.submit(() -> desk.release(article))));
            while (!working.stream().allMatch(Future::isDone)) {
                client.poll(7);
            }
        }
        client.poll(7);
        assertThat(client.copy.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        articles.stream().map(article -> article.id().toString()).toList());
    }

    @Test
    void whatIsReadOnceDoesNotComeAgain() {
        desk.release(Samples.article("p01-reprint"));
        var client = new Client("2026-01-01T00:00:00Z");
        assertThat(client.poll(50)).hasSize(1);
        assertThat(client.poll(50)).isEmpty();
        desk.release(Samples.article("p02-round-up"));
        assertThat(client.poll(50)).hasSize(1);
    }

    @Test
    void aClientLearnsWhatToDrop() {
        var killed = desk.release(Samples.article("p01-reprint"));
        var withheld = desk.release(Samples.article("p02-round-up"));
        var kept = desk.release(Samples.article("p03-wire-dateline"));
        var client = new Client("2026-01-01T00:00:00Z");
        client.poll(2);
        assertThat(client.copy).hasSize(3);

        desk.kill(killed, "Withdrawn: the ferry office took it back");
        desk.apply(new ArticleWithheld(Samples.next(withheld, _ -> {}), DECISION));
        var removed = client.poll(50);
        assertThat(client.copy).containsOnlyKeys(kept.id().toString());
        assertThat(removed).hasSize(2);
        assertThat(removed.getFirst())
                .containsEntry("id", killed.id().toString())
                .containsEntry("publication", "killed")
                .containsEntry("version", 2)
                .containsEntry("headline", killed.headline())
                .containsEntry("note", "Withdrawn: the ferry office took it back")
                .containsEntry("withdrawnAt", "2026-05-20T10:00:00Z")
                .doesNotContainKey("parts");
        assertThat(removed.getLast())
                .containsEntry("id", withheld.id().toString())
                .containsEntry("publication", "withheld")
                .containsKey("withdrawnAt")
                .doesNotContainKeys("headline", "parts", "note");

        desk.apply(
                new ArticleReinstated(
                        Samples.changed(withheld, json -> json.put("revision", 90)), DECISION));
        client.poll(50);
        assertThat(client.copy).containsOnlyKeys(kept.id().toString(), withheld.id().toString());
    }

    @Test
    void filtersDoNotHideWhatToDrop() {
        var killed = desk.release(Samples.article("p01-reprint"));
        desk.release(Samples.article("p02-round-up"));
        desk.kill(killed, "Withdrawn");
        for (var filter : List.of("section", "tag", "subject", "q", "source", "language")) {
            assertThat(
                            ArticlesPage.ids(
                                    Map.of(
                                            filter,
                                            "nothing",
                                            "since",
                                            "2026-01-01T00:00:00Z",
                                            "include",
                                            "removed")))
                    .as(filter)
                    .containsExactly(killed.id().toString());
        }
    }

    @Test
    void whoDoesNotAskForItIsToldOfLiveArticlesAlone() {
        var killed = desk.release(Samples.article("p01-reprint"));
        desk.kill(killed, "Withdrawn");
        assertThat(ArticlesPage.ids(Map.of("since", "2026-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void whatNobodyEverGotIsNobodysBusiness() {
        desk.kill(Samples.article("p01-reprint"), "Killed before it was out");
        var until = Instant.now().plusSeconds(3600).toString();
        var secret =
                Samples.article(
                        "p02-round-up",
                        json -> json.put("embargoedUntil", until).put("publishedAt", until));
        desk.release(secret);
        desk.apply(new ArticleWithheld(Samples.next(secret, _ -> {}), DECISION));
        assertThat(ArticlesPage.ids(Map.of("since", "2026-01-01T00:00:00Z", "include", "removed")))
                .isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps a copy, as the API's description tells it to. */
    private static final class Client {
        final Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
        private String since;

        Client(String since) {
            this.since = since;
        }

        /** Asks for what changed; answers what came. */
        List<Map<String, Object>> poll(int limit) {
            List<Map<String, Object>> all = new ArrayList<>();
            String cursor = null;
            String next;
            do {
                var request =
                        RestAssured.given()
                                .queryParam("since", since)
                                .queryParam("include", "removed")
                                .queryParam("limit", limit);
                if (cursor != null) {
                    request.queryParam("cursor", cursor);
                }
                var answer = request.get("/v1/articles").then().statusCode(200).extract();
                List<Map<String, Object>> items = answer.jsonPath().getList("items");
                all.addAll(items);
                cursor = answer.jsonPath().getString("next");
                next = answer.header("Galley-Next-Since");
            } while (cursor != null);
            since = next;
            for (var item : all) {
                if (item.get("publication").equals("live")) {
                    copy.put((String) item.get("id"), item);
                } else {
                    copy.remove((String) item.get("id"));
                }
            }
            return all;
        }
    }
}
