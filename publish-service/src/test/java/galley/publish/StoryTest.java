package galley.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.LifecycleEvent;
import galley.events.Topics;
import galley.publish.edition.Desk;
import galley.testkit.GalleyServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From editorial's events on the broker to every door, and back. */
@TestServers
class StoryTest {
    private static final String ORIGIN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String REQUEST = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject Desk desk;

    private KafkaProducer<String, byte[]> editorial;

    @BeforeEach
    void open() {
        desk.clear();
        editorial =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                GalleyServers.shared().kafka().bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aReleaseIsSeenEverywhereAndAKillIsToo() throws Exception {
        var article = Samples.article("p01-reprint");
        send(Topics.LIFECYCLE, Samples.released(article));
        awaitStatus(article.id(), 200);
        assertListed(article.slug(), article.id(), true);

        try (var published = new PublicTopic();
                var delivery = new PublicTopic(Topics.DELIVERY)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> delivery.of(article.id()).size() == 1);
            var live = delivery.recordsOf(article.id()).getFirst();
            assertThat(PublicTopic.header(live, "ce_type")).isEqualTo("galley.article.live.v1");
            assertThat(delivery.of(article.id()).getFirst().at("/url").asText())
                    .isEqualTo("https://harbour-letter.example/articles/" + article.slug());
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> published.of(article.id()).size() == 1);
            var record = published.recordsOf(article.id()).getFirst();
            assertThat(PublicTopic.header(record, "ce_type"))
                    .isEqualTo("galley.article.published.v1");
            assertThat(PublicTopic.header(record, "ce_source")).isEqualTo("/galley/publish");
            assertThat(PublicTopic.header(record, "ce_sequence")).isEqualTo("0000000004");
            assertThat(published.of(article.id()).getFirst().at("/uri").asText())
                    .isEqualTo("urn:uuid:" + article.id());

            var kill = Samples.killed(article, "Withdrawn: the harbour office took it back");
            send(Topics.KILL, kill);
            send(Topics.LIFECYCLE, kill);
            awaitStatus(article.id(), 410);
            assertListed(article.slug(), article.id(), false);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> delivery.of(article.id()).size() == 2);
            var down = delivery.recordsOf(article.id()).getLast();
            assertThat(PublicTopic.header(down, "ce_type"))
                    .isEqualTo("galley.article.taken-down.v1");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> published.of(article.id()).size() == 3);
            var canceled = published.of(article.id()).getLast();
            assertThat(canceled.at("/pubStatus").asText()).isEqualTo("canceled");
            assertThat(canceled.at("/version").asText()).isEqualTo("2");
            assertThat(canceled.at("/edNote").asText()).contains("harbour office took it back");
            assertThat(canceled.has("bodies")).isFalse();
        }
    }

    @Test
    void whatCantBeHandledBecomesADeadLetterAndTheRestGoesOn() throws Exception {
        var broken = Samples.id();
        send(
                Topics.LIFECYCLE,
                broken,
                "galley.article.translated.v1",
                1,
                "{}".getBytes(StandardCharsets.UTF_8));
        var article = Samples.article("p02-round-up");
        send(Topics.LIFECYCLE, Samples.released(article));
        awaitStatus(article.id(), 200);
        try (var letters = new PublicTopic(Topics.LIFECYCLE + ".publish.dead-letter")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> letters.of(broken).size() == 1);
        }
    }

    @Test
    void theTimeFromReleaseToLiveIsMeasured() throws Exception {
        var article =
                Samples.article(
                        "p03-wire-dateline",
                        json -> json.put("updatedAt", Instant.now().toString()));
        send(Topics.LIFECYCLE, Samples.released(article));
        awaitStatus(article.id(), 200);
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                RestAssured.get("/q/metrics")
                                        .asString()
                                        .contains("galley_publish_release_to_live_seconds_count"));
    }

    @Test
    void whatLeavesCarriesTheOriginOfTheArticleAlsoWhenAnEmbargoCameBetween() throws Exception {
        var atOnce = Samples.article("p04-translation-chain");
        var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3);
        var later =
                Samples.article(
                        "p10-quotation",
                        json ->
                                json.put("embargoedUntil", until.toString())
                                        .put("publishedAt", until.toString()));
        for (var article : List.of(atOnce, later)) {
            send(Topics.LIFECYCLE, Samples.released(article));
        }
        for (var topic : List.of(Topics.PUBLISHED, Topics.DELIVERY)) {
            try (var sent = new PublicTopic(topic)) {
                for (var article : List.of(atOnce, later)) {
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> sent.recordsOf(article.id()).size() == 1);
                    var record = sent.recordsOf(article.id()).getFirst();
                    assertThat(PublicTopic.header(record, "ce_traceparent")).isEqualTo(ORIGIN);
                }
                var hop = sent.recordsOf(atOnce.id()).getFirst();
                assertThat(PublicTopic.header(hop, "traceparent")).contains(REQUEST);
            }
        }
    }

    private static void assertListed(String slug, UUID id, boolean listed) {
        for (var path : List.of("/", "/v1/articles", "/feeds/rss.xml", "/feeds/feed.json")) {
            var text = RestAssured.get(path).then().statusCode(200).extract().asString();
            assertThat(text.contains(slug) || text.contains(id.toString()))
                    .as(path)
                    .isEqualTo(listed);
        }
        var atom = RestAssured.get("/feeds/atom.xml").then().statusCode(200).extract().asString();
        assertThat(atom.contains(slug)).isEqualTo(listed);
        assertThat(atom.contains("deleted-entry ref=\"urn:uuid:" + id)).isEqualTo(!listed);
        RestAssured.get("/articles/" + slug).then().statusCode(listed ? 200 : 410);
    }

    private static void awaitStatus(UUID id, int status) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RestAssured.get("/v1/articles/" + id).statusCode() == status);
    }

    private void send(String topic, LifecycleEvent event) throws Exception {
        send(
                topic,
                event.article().id(),
                event.type(),
                event.article().revision(),
                Samples.JSON.writeValueAsBytes(event));
    }

    private void send(String topic, UUID id, String type, long sequence, byte[] data)
            throws Exception {
        var record = new ProducerRecord<>(topic, id.toString(), data);
        Map.of(
                        "ce_id",
                        Samples.id().toString(),
                        "ce_source",
                        "/galley/editorial",
                        "ce_type",
                        type,
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        id.toString(),
                        "ce_sequence",
                        "%010d".formatted(sequence),
                        "content-type",
                        "application/json",
                        "ce_traceparent",
                        ORIGIN,
                        "traceparent",
                        "00-" + REQUEST + "-00f067aa0ba902b7-01")
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        editorial.send(record).get();
    }
}
