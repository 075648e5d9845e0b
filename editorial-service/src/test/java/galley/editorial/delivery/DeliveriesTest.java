package galley.editorial.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.Events;
import galley.editorial.Letters;
import galley.editorial.OnServers;
import galley.events.ArticleTakenDown;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.ReceiptState;
import galley.events.SubscriberReceipt;
import galley.events.SubscribersReported;
import galley.events.Topics;
import galley.testkit.Obstacle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What publish reports is known to editors, over the real broker. */
@OnServers
class DeliveriesTest {
    private static final String ADDRESS = "https://tide-letter.example/articles/ferry-sails";
    private static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject Events events;
    @Inject ObjectMapper json;
    @Inject AgroalDataSource database;

    private UUID released() {
        String id = wim.create("Ferry sails");
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
        return UUID.fromString(id);
    }

    private Answer article(UUID id) {
        return eva.get("/v1/articles/" + id).expect(200);
    }

    private List<JsonNode> history(UUID id) {
        return eva.get("/v1/articles/" + id + "/history")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private void report(DeliveryEvent report) throws JsonProcessingException {
        events.deliver(
                Topics.DELIVERY, report.articleId(), report.type(), json.writeValueAsBytes(report));
    }

    private static ArticleWentLive live(UUID id, int version) {
        return new ArticleWentLive(id, 4, version, ADDRESS, NOON);
    }

    @Test
    void aReleasedArticleBecomesLiveWithItsAddressAndKeepsItsETag() throws Exception {
        UUID id = released();
        Answer before = article(id);
        report(live(id, 1));
        Answer after = article(id);
        assertThat(after.json().path("publication").asText()).isEqualTo("live");
        assertThat(after.json().path("url").asText()).isEqualTo(ADDRESS);
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(after.json().path("updatedAt")).isEqualTo(before.json().path("updatedAt"));
        assertThat(Events.await(Topics.LIFECYCLE, id, 4)).hasSize(4);

        JsonNode last = history(id).getLast();
        assertThat(last.path("step").asText()).isEqualTo("went-live");
        assertThat(last.path("actor").asText()).isEqualTo("service:publish");
        assertThat(last.path("at").asText()).isEqualTo(NOON.toString());
        assertThat(last.path("revisionMade").isNull()).isTrue();
        assertThat(last.at("/from/publication").asText()).isEqualTo("unpublished");
        assertThat(last.at("/to/publication").asText()).isEqualTo("live");
    }

    @Test
    void editorsSeeWhoHasWhichVersionAndWhoHasConfirmedAWithdrawal() throws Exception {
        UUID id = released();
        UUID times = UUID.randomUUID();
        UUID coast = UUID.randomUUID();
        String etag = article(id).header("ETag");
        report(live(id, 1));
        report(subscribers(id, 4, 1, receipt(times, ReceiptState.PENDING, NOON, null)));
        report(
                subscribers(
                        id,
                        4,
                        1,
                        receipt(times, ReceiptState.CONFIRMED, NOON.plusSeconds(2), null),
                        receipt(coast, ReceiptState.FAILED, NOON.plusSeconds(1), "It is gone.")));
        // late, and so overtaken
        report(
                subscribers(
                        id, 4, 1, receipt(times, ReceiptState.PENDING, NOON.plusSeconds(1), null)));
        report(subscribers(id, 9, 3, receipt(times, ReceiptState.PENDING, NOON, null)));

        JsonNode items = deliveries(id, "?version=1");
        assertThat(
                        items.valueStream()
                                .map(
                                        it ->
                                                it.path("door").asText()
                                                        + " "
                                                        + it.path("state").asText()))
                .containsExactlyInAnyOrder("public offered", "webhook confirmed", "webhook failed");
        JsonNode failed =
                items.valueStream()
                        .filter(it -> it.path("subscriber").asText().equals(coast.toString()))
                        .findAny()
                        .orElseThrow();
        assertThat(failed.path("detail").asText()).isEqualTo("It is gone.");
        assertThat(failed.path("name").asText()).isEqualTo("A site");
        assertThat(deliveries(id, "")).hasSize(4);
        JsonNode page = eva.get("/v1/articles/" + id + "/deliveries?limit=3").json();
        assertThat(page.path("items")).hasSize(3);
        assertThat(deliveries(id, "?limit=3&cursor=" + page.path("next").asText())).hasSize(1);
        assertThat(article(id).header("ETag")).isEqualTo(etag);
        assertThat(history(id).getLast().path("step").asText()).isEqualTo("went-live");
    }

    private JsonNode deliveries(UUID id, String query) {
        return eva.get("/v1/articles/" + id + "/deliveries" + query)
                .expect(200)
                .json()
                .path("items");
    }

    private static SubscribersReported subscribers(
            UUID id, long revision, int version, SubscriberReceipt... receipts) {
        return new SubscribersReported(id, revision, version, NOON, List.of(receipts));
    }

    private static SubscriberReceipt receipt(
            UUID subscriber, ReceiptState state, Instant at, String detail) {
        return new SubscriberReceipt(
                subscriber, "A site", "webhook", "article.published", state, at, detail);
    }

    @Test
    void whoReadItBeforeItWasLiveIsTold() throws Exception {
        UUID id = released();
        String etag = article(id).header("ETag");
        report(live(id, 1));
        Answer again = eva.get("/v1/articles/" + id, "If-None-Match", etag).expect(200);
        assertThat(again.json().path("publication").asText()).isEqualTo("live");
    }

    @Test
    void aKillIsConfirmedAndNoLateReportUndoesIt() throws Exception {
        UUID id = released();
        report(live(id, 1));
        Answer killed = pia.decide(id.toString(), "kill", "{\"note\": \"Not so\"}").expect(200);
        report(live(id, 1));
        report(new ArticleTakenDown(id, 5, 2, NOON));
        assertThat(article(id).json()).isEqualTo(killed.json());
        assertThat(article(id).header("ETag")).isEqualTo(killed.header("ETag"));
        JsonNode last = history(id).getLast();
        assertThat(last.path("step").asText()).isEqualTo("taken-down");
        assertThat(last.at("/to/publication").asText()).isEqualTo("killed");
    }

    @Test
    void aReportOfAVersionThatIsNotOutChangesNothing() throws Exception {
        UUID id = released();
        JsonNode before = article(id).json();
        report(live(id, 0));
        report(live(id, 2));
        report(new ArticleTakenDown(id, 4, 1, NOON));
        assertThat(article(id).json()).isEqualTo(before);
    }

    @Test
    void theSameReportTwiceIsOneEntry() throws Exception {
        UUID id = released();
        UUID event = UUID.randomUUID();
        byte[] data = json.writeValueAsBytes(live(id, 1));
        for (int i = 0; i < 2; i++) {
            Events.send(event, Topics.DELIVERY, id, ArticleWentLive.TYPE, data);
        }
        report(live(id, 7)); // comes behind both
        assertThat(history(id))
                .extracting(entry -> entry.path("step").asText())
                .containsExactly(
                        "create", "submit", "approve", "release", "went-live", "went-live");
        assertThat(article(id).json().path("publication").asText()).isEqualTo("live");
    }

    @Test
    void whatIsNoReportIsPutAsideAndTheNextOneIsRead() throws Exception {
        UUID id = released();
        String nowhere =
                """
                {"articleId": "%s", "revision": 4, "version": 1, "url": null, "at": "2026-05-20T12:00:00Z"}
                """
                        .formatted(id);
        events.deliver(Topics.DELIVERY, id, ArticleWentLive.TYPE, nowhere.getBytes(UTF_8));
        events.deliver(Topics.DELIVERY, id, ArticleWentLive.TYPE, "{".getBytes(UTF_8));
        events.deliver(Topics.DELIVERY, id, "galley.article.shouted.v1", "{}".getBytes(UTF_8));
        UUID unknown = UUID.randomUUID();
        byte[] ofUnknown = json.writeValueAsBytes(live(unknown, 1));
        events.deliver(Topics.DELIVERY, id, ArticleWentLive.TYPE, ofUnknown);
        report(live(id, 1));
        assertThat(article(id).json().path("publication").asText()).isEqualTo("live");
        String aside = Topics.DELIVERY + ".editorial-delivery.dead-letter";
        assertThat(Events.await(aside, id, 4)).hasSize(4);
    }

    @Test
    void aRetriedOldReportDoesNotUndoTheNewerOne() throws Exception {
        UUID id = released();
        try (Obstacle _ = new Obstacle(database, "article", id, "no desk")) {
            report(live(id, 1));
        }
        JsonNode letter = Letters.await(id);
        assertThat(article(id).json().path("publication").asText()).isEqualTo("unpublished");
        JsonNode killed =
                pia.decide(id.toString(), "kill", "{\"note\": \"Not so\"}").expect(200).json();
        report(new ArticleTakenDown(id, 5, 2, NOON));
        Letters.retry(letter).expect(200);
        assertThat(article(id).json()).isEqualTo(killed);
        assertThat(history(id).getLast().path("step").asText()).isEqualTo("went-live");
        assertThat(history(id).getLast().at("/to/publication").asText()).isEqualTo("killed");
    }

    @Test
    void aReportThatFailedIsRetried() throws Exception {
        UUID id = released();
        try (Obstacle _ = new Obstacle(database, "article", id, "no desk")) {
            report(live(id, 1));
        }
        Letters.retry(Letters.await(id)).expect(200);
        assertThat(article(id).json().path("publication").asText()).isEqualTo("live");
    }
}
