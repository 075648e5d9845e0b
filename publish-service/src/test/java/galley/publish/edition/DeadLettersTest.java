package galley.publish.edition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.LifecycleEvent;
import galley.events.Topics;
import galley.messaging.Inbox;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.testkit.Obstacle;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What failed and is retried never takes readers back. */
@TestServers
class DeadLettersTest {
    private static final String ORIGIN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final AtomicInteger OFFSET = new AtomicInteger(1_000_000);

    @Inject Inbox inbox;
    @Inject Edition edition;
    @Inject AgroalDataSource database;

    @Test
    void aReleaseThatFailedGoesOutWhenItIsRetried() throws Exception {
        var article = Samples.article("p01-reprint");
        var letter = fail(article, Press.GROUP, Samples.released(article));
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(404);
        admin().get("/v1/dead-letters/" + letter)
                .then()
                .statusCode(200)
                .body("reason", containsString("the press is broken"))
                .body("key", equalTo(article.id().toString()));

        retry(letter).statusCode(200).body("state", equalTo("retried"));
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(200);
        try (var published = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> published.recordsOf(article.id()).size() == 1);
            var record = published.recordsOf(article.id()).getFirst();
            assertThat(PublicTopic.header(record, "ce_traceparent")).isEqualTo(ORIGIN);
        }
        retry(letter).statusCode(409);
    }

    @Test
    void aRetriedOldReleaseLeavesTheNewerOne() throws Exception {
        var first = Samples.article("p01-reprint");
        var second = Samples.next(first, json -> json.put("headline", "Second"));
        var letter = fail(first, Press.GROUP, Samples.released(first));
        arrive(Press.GROUP, Samples.released(second));
        var before = edition.find(first.id()).orElseThrow();

        retry(letter).statusCode(200);
        var after = edition.find(first.id()).orElseThrow();
        assertThat(after.article()).isEqualTo(before.article());
        assertThat(after.headline()).isEqualTo("Second");
        assertAnnounced(second, "2");
    }

    @Test
    void aRetriedReleaseDoesNotBringBackWhatWasKilled() throws Exception {
        var article = Samples.article("p01-reprint");
        var letter = fail(article, Press.GROUP, Samples.released(article));
        arrive(Press.KILL_GROUP, Samples.killed(article, "Withdrawn"));

        retry(letter).statusCode(200);
        assertThat(edition.find(article.id()).orElseThrow().state()).isEqualTo(State.KILLED);
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(410);
        assertAnnounced(article, "2", "2");
    }

    @Test
    void aKillThatFailedOnBothWaysIsRetriedOnEither() throws Exception {
        var article = Samples.article("p01-reprint");
        arrive(Press.GROUP, Samples.released(article));
        var kill = Samples.killed(article, "Withdrawn");
        var apart = fail(article, Press.KILL_GROUP, kill);
        var inOrder = fail(article, Press.GROUP, kill);

        retry(inOrder).statusCode(200);
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(410);
        retry(apart).statusCode(200);
        assertAnnounced(article, "1", "2", "2");
    }

    /** An event arrives while the article can't be written; answers the id of its letter. */
    private String fail(Article article, String group, LifecycleEvent event) throws Exception {
        try (var _ =
                new Obstacle(database, "edition_article", article.id(), "the press is broken")) {
            arrive(group, event);
        }
        List<String> ids =
                admin().get("/v1/dead-letters?group=" + group + "&key=" + article.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.id");
        assertThat(ids).hasSize(1);
        return ids.getFirst();
    }

    /** An event arrives, and is dealt with. */
    private void arrive(String group, LifecycleEvent event) throws Exception {
        var topic = group.equals(Press.KILL_GROUP) ? Topics.KILL : Topics.LIFECYCLE;
        var id = event.article().id().toString();
        var record =
                new ConsumerRecord<>(
                        topic,
                        0,
                        OFFSET.getAndIncrement(),
                        id,
                        Samples.JSON.writeValueAsBytes(event));
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/galley/editorial",
                        "ce_type",
                        event.type(),
                        "ce_specversion",
                        "1.0",
                        "ce_sequence",
                        "%010d".formatted(event.article().revision()),
                        "ce_traceparent",
                        ORIGIN)
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        inbox.receive(
                group,
                new ConsumerRecords<>(
                        Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of()));
    }

    /** Insists on the versions that other sites were told of, once the outbox has sent them all. */
    private void assertAnnounced(Article article, String... versions) {
        await().atMost(Duration.ofSeconds(30)).until(() -> nothingWaits(article.id()));
        try (var published = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> published.recordsOf(article.id()).size() >= versions.length);
            assertThat(published.of(article.id()))
                    .extracting(document -> document.at("/version").asText())
                    .containsExactly(versions);
        }
    }

    private boolean nothingWaits(UUID key) throws Exception {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select from outbox where key = ? and sent_at is null")) {
            query.setString(1, key.toString());
            try (var rows = query.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static ValidatableResponse retry(String letter) {
        return admin().post("/v1/dead-letters/" + letter + "/retry").then();
    }

    private static RequestSpecification admin() {
        return RestAssured.given().auth().oauth2(Tokens.of("admin", "ada"));
    }
}
