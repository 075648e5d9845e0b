package galley.editorial;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import galley.events.Topics;
import galley.localstack.TokenIssuer;
import galley.testkit.Logged;
import galley.testkit.Metrics;
import galley.testkit.OwnServers;
import galley.testkit.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the probes say while servers are away and after an event that can't be handled. */
@QuarkusTest
@WithTestResource(
        value = OwnServers.class,
        initArgs = @ResourceArg(name = "database", value = "editorial"))
class HealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ARTICLE = "{\"headline\": \"Harbour opens\"}";

    Servers servers;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void withoutItsDatabaseTheServiceLivesButIsNotReady() {
        var writer = writer();
        String article = writer.create("Harbour opens");
        assertThat(status("ready")).isEqualTo("UP");
        servers.postgres().kill();
        try (Logged logged = new Logged("galley.kit")) {
            await().atMost(PATIENCE).until(() -> status("ready").equals("DOWN"));
            assertThat(status("live")).isEqualTo("UP");
            for (int i = 0; i < 3; i++) {
                assertThatItIsAway(writer.get("/v1/articles"));
                assertThatItIsAway(writer.post("/v1/articles", ARTICLE));
            }
            assertThatItIsAway(writer.get("/v1/articles/" + article));
            assertThat(logged.field("articleId", article)).containsExactly(article);
            assertThat(logged.field("articleId", "POST")).containsOnly("null");
        } finally {
            servers.postgres().start();
        }
        await().atMost(PATIENCE).until(() -> status("ready").equals("UP"));
        writer.post("/v1/articles", ARTICLE).expect(201);
        assertThat(status("live")).isEqualTo("UP");
    }

    @Test
    void withoutTheBrokerItIsReadyAndTakesWhatComes() {
        await().atMost(PATIENCE).until(() -> events().path("broker").asText().equals("answers"));
        servers.kafka().kill();
        try {
            var writer = writer();
            await().atMost(PATIENCE)
                    .until(() -> events().path("broker").asText().equals("does not answer"));
            writer.post("/v1/articles", ARTICLE).expect(201);
            await().atMost(PATIENCE).until(() -> events().path("unsent").asInt() == 1);
            await().atMost(PATIENCE).until(() -> events().path("oldestUnsentSeconds").asInt() > 0);
            assertThat(status("ready")).isEqualTo("UP");
            assertThat(status("live")).isEqualTo("UP");
        } finally {
            servers.kafka().start();
        }
        await().atMost(PATIENCE).until(() -> events().path("unsent").asInt() == 0);
        await().atMost(PATIENCE).until(() -> events().path("broker").asText().equals("answers"));
    }

    @Test
    void anEventThatCantBeHandledIsNoReasonToRestart() throws Exception {
        try (Logged logged = new Logged("galley.messaging")) {
            String article = send("poison");
            await().atMost(PATIENCE)
                    .until(() -> logged.field("articleId", "dead letter").contains(article));
        }
        await().atMost(PATIENCE).until(() -> metric("galley_inbox_dead_letters_total") >= 1);
        assertThat(status("ready")).isEqualTo("UP");
        assertThat(status("live")).isEqualTo("UP");
    }

    @Test
    void whatWaitsForTheDatabaseCountsAsLagThoughItHasBeenFetched() throws Exception {
        await().atMost(PATIENCE).until(() -> metric("galley_inbox_lag") == 0);
        servers.postgres().kill();
        try {
            send("one");
            send("two");
            send("three");
            await().atMost(PATIENCE).until(() -> metric("galley_inbox_lag") == 3);
        } finally {
            servers.postgres().start();
        }
        await().atMost(PATIENCE).until(() -> metric("galley_inbox_lag") == 0);
    }

    private Api writer() {
        return Api.withToken(servers.tokens().issue("writer", "wim", TokenIssuer.LIFE));
    }

    /** Sends what is no event, of an article that it answers. */
    private String send(String value) throws ExecutionException, InterruptedException {
        String article = UUID.randomUUID().toString();
        var record = new ProducerRecord<>(Topics.INGESTED, article, value);
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers.kafka().bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(record).get();
            return article;
        }
    }

    private static void assertThatItIsAway(Api.Answer answer) {
        answer.problem(503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private static String status(String probe) {
        return Api.asNobody().get("/q/health/" + probe).json().path("status").asText();
    }

    /** What the readiness tells about events. */
    private static JsonNode events() {
        for (var check : Api.asNobody().get("/q/health/ready").json().path("checks")) {
            if (check.path("name").asText().equals("Events")) {
                return check.path("data");
            }
        }
        throw new AssertionError("There is no such check");
    }

    /** A metric of the group that takes items in; -1 when it is missing. */
    private double metric(String name) {
        return Metrics.of(metrics).value(name, "group", "editorial").orElse(-1);
    }
}
