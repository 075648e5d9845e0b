package galley.editorial.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.Events;
import galley.editorial.Letters;
import galley.editorial.OnServers;
import galley.events.ArticleIngested;
import galley.events.Topics;
import galley.testkit.Obstacle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** An event that can't be read stops nothing, and is kept where operators find it. */
@OnServers
class DeadLettersTest {
    private static final String DEAD_LETTERS = Topics.INGESTED + ".editorial.dead-letter";

    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;
    @Inject AgroalDataSource database;

    static Stream<Arguments> unreadable() {
        String noSource = "{\"articleId\": \"" + UUID.randomUUID() + "\", \"content\": {}}";
        return Stream.of(
                arguments("no JSON", ArticleIngested.TYPE, "not { json"),
                arguments("null", ArticleIngested.TYPE, "null"),
                arguments("a list", ArticleIngested.TYPE, "[]"),
                arguments("endless depth", ArticleIngested.TYPE, "[".repeat(100_000)),
                arguments("half an item", ArticleIngested.TYPE, noSource),
                arguments("another type", "galley.article.exploded.v1", "{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void itIsPutAsideWithItsHeadersAndTheNextOneIsTakenIn(String name, String type, String value) {
        IngestedItem next = IngestedItem.harbour();
        Events.send(
                UUID.randomUUID(), Topics.INGESTED, next.article(), type, value.getBytes(UTF_8));
        next.arrive(events);
        eva.get("/v1/articles/" + next.article()).expect(200);

        List<ConsumerRecord<String, byte[]>> aside = Events.await(DEAD_LETTERS, next.article(), 1);
        assertThat(aside).hasSize(1);
        ConsumerRecord<String, byte[]> letter = aside.getFirst();
        assertThat(letter.value()).isEqualTo(value.getBytes(UTF_8));
        assertThat(Events.header(letter, "ce_type")).isEqualTo(type);
        assertThat(Events.header(letter, "dead-letter-topic")).isEqualTo(Topics.INGESTED);
        assertThat(Events.header(letter, "dead-letter-group")).isEqualTo("editorial");
        assertThat(Events.header(letter, "dead-letter-reason")).isNotBlank();
        assertThat(Events.header(letter, "dead-letter-offset")).isNotBlank();
    }

    @Test
    void aRecordWithoutCloudEventsHeadersIsPutAsideToo() {
        IngestedItem next = IngestedItem.harbour();
        Events.send(new ProducerRecord<>(Topics.INGESTED, next.article().toString(), next.data()));
        IngestedItem.harbour().arrive(events);
        assertThat(Events.await(DEAD_LETTERS, next.article(), 1)).hasSize(1);
        eva.get("/v1/articles/" + next.article()).expect(404);
    }

    @Test
    void anArticleThatNoEventCanCarryIsPutAside() {
        IngestedItem book = IngestedItem.harbour().with("body", "<p>" + "a ".repeat(470_000));
        book.arrive(events);
        assertThat(Events.await(DEAD_LETTERS, book.article(), 1)).hasSize(1);
        eva.get("/v1/articles/" + book.article()).expect(404);
    }

    @Test
    void aLetterIsTakenInOnceItsCauseIsMended() {
        IngestedItem item = IngestedItem.harbour();
        try (Obstacle _ = new Obstacle(database, "article", item.article(), "no desk")) {
            item.arrive(events);
        }
        JsonNode letter = Letters.await(item.article());
        assertThat(letter.path("reason").asText()).contains("no desk");
        eva.get("/v1/articles/" + item.article()).expect(404);

        JsonNode retried = Letters.retry(letter).expect(200).json();
        assertThat(retried.path("state").asText()).isEqualTo("retried");
        assertThat(retried.path("decidedByName").asText()).isEqualTo("ada");
        eva.get("/v1/articles/" + item.article()).expect(200);
        assertThat(Events.await(Topics.LIFECYCLE, item.article(), 1)).hasSize(1);
        Letters.retry(letter).problem(409, "already-decided");
    }

    @Test
    void aRetriedOlderVersionDoesNotOverwriteTheNewer() {
        IngestedItem first = IngestedItem.harbour();
        first.arrive(events);
        try (Obstacle _ = new Obstacle(database, "article", first.article(), "no desk")) {
            first.revised(2, "<p>Second.</p>").arrive(events);
        }
        JsonNode letter = Letters.await(first.article());
        first.revised(3, "<p>Third.</p>").arrive(events);
        Answer before = eva.get("/v1/articles/" + first.article()).expect(200);
        assertThat(before.json().at("/parts/0/body").asText()).isEqualTo("<p>Third.</p>");

        Letters.retry(letter).expect(200);
        Answer after = eva.get("/v1/articles/" + first.article()).expect(200);
        assertThat(after.json()).isEqualTo(before.json());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(Events.of(Topics.LIFECYCLE, first.article())).hasSize(2);
    }

    @Test
    void aRetriedFirstVersionDoesNotOverwriteWhatCameInItsPlace() {
        IngestedItem first = IngestedItem.harbour();
        try (Obstacle _ = new Obstacle(database, "article", first.article(), "no desk")) {
            first.arrive(events);
        }
        JsonNode letter = Letters.await(first.article());
        first.revised(2, "<p>Second.</p>").arrive(events);
        Letters.retry(letter).expect(200);
        JsonNode article = eva.get("/v1/articles/" + first.article()).expect(200).json();
        assertThat(article.at("/parts/0/body").asText()).isEqualTo("<p>Second.</p>");
        assertThat(article.path("revision").asInt()).isOne();
        eva.get("/v1/articles/" + first.article() + "/source-revisions").expect(200);
    }

    @Test
    void versionsThatWaitAreRetriedInTheirOrder() {
        IngestedItem first = IngestedItem.harbour();
        try (Obstacle _ = new Obstacle(database, "article", first.article(), "no desk")) {
            first.arrive(events);
            first.revised(2, "<p>Second.</p>").arrive(events);
        }
        String list = "/v1/dead-letters?key=" + first.article();
        JsonNode letters = Api.as("admin", "ada").get(list).expect(200).json().path("items");
        assertThat(letters).hasSize(2);
        JsonNode refusal = Letters.retry(letters.get(1)).problem(409, "older-letter-waits");
        assertThat(refusal.path("older")).isEqualTo(letters.get(0).path("id"));
        Letters.retry(letters.get(0)).expect(200);
        Letters.retry(letters.get(1)).expect(200);
        JsonNode article = eva.get("/v1/articles/" + first.article()).expect(200).json();
        assertThat(article.at("/parts/0/body").asText()).isEqualTo("<p>Second.</p>");
        assertThat(article.path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void howManyWaitIsMeasured() {
        IngestedItem item = IngestedItem.harbour();
        Events.send(new ProducerRecord<>(Topics.INGESTED, item.article().toString(), item.data()));
        Letters.await(item.article());
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                RestAssured.get("/q/metrics")
                                        .asString()
                                        .lines()
                                        .anyMatch(DeadLettersTest::isPositiveCount));
    }

    private static boolean isPositiveCount(String line) {
        return line.startsWith("galley_dead_letters_waiting{group=\"editorial\"")
                && !line.endsWith(" 0.0");
    }
}
