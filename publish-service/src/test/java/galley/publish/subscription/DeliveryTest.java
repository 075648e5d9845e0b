package galley.publish.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.subscription.Subscribing.Subscribed;

import static galley.publish.subscription.Subscribing.awaitCalls;
import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** What subscribers are sent of an article's life. */
@TestServers
class DeliveryTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;

    private final Subscribing subscribing = new Subscribing();

    @AfterEach
    void close() {
        subscribing.close();
    }

    private Article release(String section) {
        return desk.release(Samples.article("p01-reprint", json -> json.put("section", section)));
    }

    private Article next(Article article) {
        return desk.release(Samples.next(article, json -> json.put("headline", "Anew")));
    }

    private static List<String> types(Subscribed it, UUID article) {
        return it.site().calls(article).stream().map(Site.Call::type).toList();
    }

    @Test
    void theWholeLifeOfAnArticleArrivesInOrder() {
        var it = subscribing.subscribe();
        var article = release("World");
        awaitCalls(it.site(), article.id(), 1);
        var second = next(article);
        awaitCalls(it.site(), article.id(), 2);
        var withheld = Samples.next(second, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        awaitCalls(it.site(), article.id(), 3);
        var reinstated = Samples.next(withheld, _ -> {});
        desk.apply(new ArticleReinstated(reinstated, DECISION));
        awaitCalls(it.site(), article.id(), 4);
        desk.kill(reinstated, "Not true");
        awaitCalls(it.site(), article.id(), 5);
        assertThat(types(it, article.id()))
                .containsExactly(
                        "article.published",
                        "article.updated",
                        "article.withheld",
                        "article.updated",
                        "article.withdrawn");

        var first = it.site().calls(article.id()).getFirst();
        assertThat(first.header("Content-type")).isEqualTo("application/json");
        assertThat(first.json().at("/data/document/uri").asText())
                .isEqualTo("urn:uuid:" + article.id());
        assertThat(first.json().at("/data/document/pubStatus").asText()).isEqualTo("usable");
        assertThat(first.json().at("/data/document/bodies")).isNotEmpty();
        assertThat(first.json().at("/data/revision").asLong()).isEqualTo(article.revision());
        assertThat(first.json().at("/data/version").asInt()).isEqualTo(article.version());
        assertThat(Instant.parse(first.json().path("timestamp").asText()))
                .isBefore(Instant.now().plusSeconds(1));

        var last = it.site().calls(article.id()).getLast();
        assertThat(last.json().at("/data/document/pubStatus").asText()).isEqualTo("canceled");
        assertThat(last.json().at("/data/document/edNote").asText()).isEqualTo("Not true");
        assertThat(last.json().at("/data/document").has("bodies")).isFalse();
        assertThat(it.states(article.id())).hasSize(5).containsOnly("delivered");
    }

    @Test
    void onlyTheProductAndTheTypesThatAreWantedAreSent() {
        var world = subscribing.subscribe("{\"sections\": [\"World\"]}");
        var withdrawals = subscribing.subscribe("null", "[\"article.withdrawn\"]");
        var sport = release("Sport");
        var wanted = release("World");
        awaitCalls(world.site(), wanted.id(), 1);
        desk.kill(wanted, "Not true");
        awaitCalls(withdrawals.site(), wanted.id(), 1);
        assertThat(types(withdrawals, wanted.id())).containsExactly("article.withdrawn");
        assertThat(world.site().calls(sport.id())).isEmpty();
        assertThat(withdrawals.site().calls(sport.id())).isEmpty();
    }

    @Test
    void whoeverGotAnArticleGetsItsWithdrawalWhateverTheyWantByThen() {
        var it = subscribing.subscribe("{\"sections\": [\"World\"]}", "[\"article.published\"]");
        var article = release("World");
        awaitCalls(it.site(), article.id(), 1);
        it.change("{\"product\": {\"sections\": [\"Sport\"]}}");
        desk.kill(article, "Not true");
        awaitCalls(it.site(), article.id(), 2);
        assertThat(types(it, article.id()))
                .containsExactly("article.published", "article.withdrawn");
    }

    @Test
    void aKillOvertakesWhatWaitsAndTheTextGoesOutNoMore() {
        var it = subscribing.subscribe();
        it.site().always(500);
        var killed = release("World");
        var other = release("World");
        awaitCalls(it.site(), killed.id(), 1);
        awaitCalls(it.site(), other.id(), 1);
        desk.kill(killed, "Not true");
        it.site().always(204);
        soon().until(() -> it.states(killed.id()).equals(List.of("delivered", "overtaken")));
        soon().until(() -> it.states(other.id()).equals(List.of("delivered")));
        assertThat(types(it, killed.id())).endsWith("article.withdrawn");
        var calls = it.site().calls(killed.id());
        int kill = types(it, killed.id()).indexOf("article.withdrawn");
        assertThat(calls.subList(kill, calls.size()))
                .allSatisfy(call -> assertThat(call.text()).doesNotContain("bodies"));
    }

    @Test
    void whatIsNewerGoesInThePlaceOfWhatWasNotTaken() {
        var it = subscribing.subscribe();
        it.site().shut();
        var first = release("World");
        awaitCalls(it.site(), first.id(), 1);
        var second = next(first);
        soon().until(() -> it.states(first.id()).equals(List.of("pending", "sending")));
        assertThat(it.site().calls(first.id())).hasSize(1);
        it.site().first(500);
        it.site().open();
        soon().until(() -> it.states(first.id()).equals(List.of("delivered", "overtaken")));
        assertThat(it.site().calls(first.id()))
                .extracting(call -> call.json().at("/data/version").asInt())
                .containsExactly(first.version(), second.version());
    }

    @Test
    void aSlowSubscriberDelaysNobodyElseAndTakesSeveralArticlesAtOnce() {
        var slow = subscribing.subscribe();
        var alsoSlow = subscribing.subscribe(slow.site(), slow.site().url() + "/2", "null", "null");
        slow.site().shut();
        var fast = subscribing.subscribe();
        var articles = List.of(release("World"), release("World"), release("Sport"));
        articles.forEach(it -> awaitCalls(fast.site(), it.id(), 1));
        articles.forEach(it -> awaitCalls(slow.site(), it.id(), 2));
        soon().until(
                        () ->
                                articles.stream()
                                        .allMatch(
                                                it ->
                                                        fast.states(it.id())
                                                                .equals(List.of("delivered"))));
        assertThat(slow.states(articles.getFirst().id())).containsExactly("sending");
        assertThat(alsoSlow.states(articles.getFirst().id())).containsExactly("sending");
        slow.site().open();
        articles.forEach(
                it -> soon().until(() -> slow.states(it.id()).equals(List.of("delivered"))));
    }

    @Test
    void nothingIsSentWhilePausedAndWhatWasMissedFollows() {
        var it = subscribing.subscribe();
        var had = release("World");
        awaitCalls(it.site(), had.id(), 1);
        it.change("{\"state\": \"paused\"}");
        var other = subscribing.subscribe();
        var missed = release("World");
        var newest = next(missed);
        desk.kill(had, "Not true");
        awaitCalls(other.site(), had.id(), 1);
        assertThat(it.site().calls(missed.id())).isEmpty();
        assertThat(it.states(had.id())).containsExactly("pending", "delivered");

        it.change("{\"state\": \"active\"}");
        awaitCalls(it.site(), had.id(), 2);
        awaitCalls(it.site(), missed.id(), 1);
        assertThat(it.site().calls(missed.id()).getFirst().json().at("/data/version").asInt())
                .isEqualTo(newest.version());
        assertThat(types(it, had.id())).endsWith("article.withdrawn");
    }

    @Test
    void whatWasSentIsSentAgainByArticleAndByTime() {
        var it = subscribing.subscribe();
        var early = release("World");
        awaitCalls(it.site(), early.id(), 1);
        var since = Instant.now();
        var article = release("World");
        awaitCalls(it.site(), article.id(), 1);
        var second = next(article);
        awaitCalls(it.site(), article.id(), 2);

        it.post("replay", "{\"article\": \"%s\"}".formatted(article.id())).then().statusCode(202);
        awaitCalls(it.site(), article.id(), 3);
        it.post("replay", "{\"since\": \"%s\"}".formatted(since)).then().statusCode(202);
        awaitCalls(it.site(), article.id(), 4);

        var calls = it.site().calls(article.id());
        assertThat(calls).extracting(call -> call.header("Webhook-id")).doesNotHaveDuplicates();
        assertThat(calls.subList(2, 4))
                .extracting(call -> call.json().at("/data/version").asInt())
                .containsOnly(second.version());
        assertThat(it.site().calls(early.id())).hasSize(1);
        soon().until(() -> it.states(article.id()).stream().allMatch("delivered"::equals));
        assertThat(it.deliveries().stream().filter(Subscribing.Delivery::replay)).hasSize(2);
    }

    @Test
    void aReplaySaysWhatIsWrongWithIt() {
        var it = subscribing.subscribe();
        for (String body :
                List.of(
                        "{}",
                        "{\"since\": \"yesterday\"}",
                        "{\"article\": \"%s\"}".formatted(Samples.id()),
                        "{\"since\": \"2026-05-20T10:00:00Z\", \"article\": \"%s\"}"
                                .formatted(Samples.id()))) {
            it.post("replay", body).then().statusCode(422);
        }
        it.change("{\"state\": \"paused\"}");
        it.post("replay", "{\"since\": \"2026-05-20T10:00:00Z\"}").then().statusCode(409);
    }

    @Test
    void theLogPagesAndTellsHowEachTryWent() {
        var it = subscribing.subscribe();
        it.site().first(503);
        var article = release("World");
        awaitCalls(it.site(), article.id(), 2);
        soon().until(() -> it.states(article.id()).equals(List.of("delivered")));
        var other = release("World");
        soon().until(() -> it.states(other.id()).equals(List.of("delivered")));
        var first = it.client().get(it.path() + "/deliveries?limit=1");
        assertThat(first.<String>path("items[0].articleId")).isEqualTo(other.id().toString());
        var second =
                it.client().get(it.path() + "/deliveries?limit=1&cursor=" + first.path("next"));
        assertThat(second.<String>path("items[0].articleId")).isEqualTo(article.id().toString());
        assertThat(second.<String>path("next")).isNull();
        assertThat(second.<List<Integer>>path("items[0].tries.status")).containsExactly(503, 204);
        assertThat(second.<String>path("items[0].id"))
                .isEqualTo(it.site().calls(article.id()).getFirst().header("Webhook-id"));
        assertThat(second.<String>path("items[0].endedAt")).isNotNull();
    }
}
