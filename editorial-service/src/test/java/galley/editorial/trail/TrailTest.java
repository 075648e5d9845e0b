package galley.editorial.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;
import galley.events.ArticleWentLive;
import galley.events.DeliveryEvent;
import galley.events.ReceiptState;
import galley.events.SubscriberReceipt;
import galley.events.SubscribersReported;
import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** From the source's bytes to the last delivery. */
@OnServers
class TrailTest {
    private static final UUID TIMES = UUID.randomUUID();
    private static final UUID COAST = UUID.randomUUID();

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject Events events;
    @Inject ObjectMapper json;

    private JsonNode trail(String id) {
        return eva.get("/v1/articles/" + id + "/trail").expect(200).json().path("items");
    }

    /** Stage and what of each, such as {@code editorial submit}. */
    private static List<String> stations(JsonNode items) {
        return items.valueStream()
                .map(it -> it.path("stage").asText() + " " + it.path("what").asText())
                .toList();
    }

    private void report(DeliveryEvent report) throws JsonProcessingException {
        events.deliver(
                Topics.DELIVERY, report.articleId(), report.type(), json.writeValueAsBytes(report));
    }

    private static SubscriberReceipt receipt(
            UUID subscriber, ReceiptState state, Instant at, String detail) {
        return new SubscriberReceipt(
                subscriber, "A site", "webhook", "article.published", state, at, detail);
    }

    @Test
    void itsWayIsToldFromTheSourceToTheLastSubscriber() throws Exception {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.decide(id, "submit", null).expect(200);
        eva.decide(id, "approve", null).expect(200);
        pia.decide(id, "release", null).expect(200);
        Instant live = Instant.now();
        report(
                new ArticleWentLive(
                        item.article(), 4, 1, "https://tide-letter.example/harbour", live));
        report(
                new SubscribersReported(
                        item.article(),
                        4,
                        1,
                        live,
                        List.of(
                                receipt(COAST, ReceiptState.FAILED, live.plusSeconds(9), "Gone."),
                                receipt(
                                        TIMES,
                                        ReceiptState.CONFIRMED,
                                        live.plusSeconds(2),
                                        null))));
        JsonNode trail = trail(id);
        assertThat(stations(trail))
                .containsExactly(
                        "ingest receive",
                        "editorial submit",
                        "editorial approve",
                        "editorial release",
                        "delivery went-live",
                        "delivery offered",
                        "delivery confirmed",
                        "delivery failed");
        assertThat(trail)
                .allSatisfy(it -> assertThat(it.path("traceId").asText()).matches("[0-9a-f]{32}"));
        assertThat(trail.at("/5/details/door").asText()).isEqualTo("public");
        JsonNode confirmed = trail.path(6);
        assertThat(confirmed.at("/details/subscriber").asText()).isEqualTo(TIMES.toString());
        assertThat(confirmed.at("/details/name").asText()).isEqualTo("A site");
        assertThat(confirmed.at("/details/revision").asInt()).isEqualTo(4);
        assertThat(confirmed.path("version").asInt()).isEqualTo(1);
        assertThat(trail.at("/7/details/detail").asText()).isEqualTo("Gone.");
        assertThat(inPages(id)).isEqualTo(stations(trail));
    }

    /** The stations as pages of two have them. */
    private List<String> inPages(String id) {
        List<String> stations = new ArrayList<>();
        String path = "/v1/articles/" + id + "/trail?limit=2";
        JsonNode page = eva.get(path).expect(200).json();
        stations.addAll(stations(page.path("items")));
        while (!page.path("next").isNull()) {
            page = eva.get(path + "&cursor=" + page.path("next").asText()).expect(200).json();
            stations.addAll(stations(page.path("items")));
        }
        return stations;
    }

    @Test
    void whatCameAndWhatWasDecidedIsOneTimeline() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        eva.decide(id, "submit", null).expect(200);
        var trail = trail(id);
        assertThat(stations(trail)).containsExactly("ingest receive", "editorial submit");
        assertThat(trail.at("/0/origin/rawSha256").asText()).hasSize(64);
        assertThat(trail.at("/0/origin/itemRevision").asInt()).isEqualTo(1);
        assertThat(trail.at("/1/what").asText()).isEqualTo("submit");
        assertThat(trail.at("/1/traceId").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void whatWaitsBesideTheArticleHasItsOriginToo() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        eva.decide(id, "submit", null).expect(200);
        item.revised(2, "<p>It opened on Tuesday.</p>").arrive(events);
        item.revised(3, "<p>It opened on Friday.</p>").arrive(events);
        var trail = trail(id);
        assertThat(trail.at("/2/what").asText()).isEqualTo("source-revision-kept");
        assertThat(trail.at("/2/origin/itemRevision").asInt()).isEqualTo(2);
        assertThat(trail.at("/3/origin/itemRevision").asInt()).isEqualTo(3);
        assertThat(trail.at("/3/origin/rawSha256").asText()).hasSize(64);
    }

    @Test
    void whatIsNotThereHasNone() {
        eva.get("/v1/articles/0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77/trail")
                .problem(404, "not-found");
    }
}
