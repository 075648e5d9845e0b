package galley.editorial.intake;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.ArticleIngested;
import galley.events.Topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** An event that can't be read stops nothing, and is kept where operators find it. */
@OnServers
class DeadLettersTest {
    private static final String DEAD_LETTERS = Topics.INGESTED + ".editorial.dead-letter";

    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;

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
}
