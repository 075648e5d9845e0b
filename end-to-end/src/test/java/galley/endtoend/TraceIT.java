package galley.endtoend;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import galley.events.Topics;
import galley.localstack.StackPorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One article's way through all services, as its trace contexts, spans and log lines tell it. */
class TraceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> TOPICS =
            List.of(
                    Topics.INGESTED,
                    Topics.LIFECYCLE,
                    Topics.KILL,
                    Topics.PUBLISHED,
                    Topics.DELIVERY);

    private static final Collector COLLECTOR = new Collector();

    private static Processes platform;

    @BeforeAll
    static void start() {
        platform = Processes.start(COLLECTOR.options());
    }

    @AfterAll
    static void stop() {
        platform.close();
        COLLECTOR.close();
    }

    @Test
    void theFirstRequestIsKnownUpToTheLastDeliveryAndEachHopByItsOwnRequest() {
        var id = push("a1", "traced");
        decide(id, "writer", "wim", "submit", "b2");
        decide(id, "editor", "eva", "approve", "c3");
        decide(id, "publisher", "pia", "release", "d4");
        await().atMost(PATIENCE)
                .until(() -> platform.reader().get("/v1/articles/" + id).status() == 200);
        decide(id, "publisher", "pia", "kill", "e5");

        var events = eventsOf(id, 12);

        var origins = events.stream().map(event -> header(event, "ce_traceparent")).toList();
        assertThat(origins.getFirst()).contains(trace("a1"));
        assertThat(origins).containsOnly(origins.getFirst());
        assertThat(events)
                .extracting(event -> header(event, "ce_type") + " " + hop(event))
                .containsExactlyInAnyOrder(
                        "galley.article.ingested.v1 a1",
                        "galley.article.received.v1 a1",
                        "galley.article.submitted.v1 b2",
                        "galley.article.approved.v1 c3",
                        "galley.article.released.v1 d4",
                        "galley.article.published.v1 d4",
                        "galley.article.live.v1 d4",
                        // on the log, and on the topic of the kills
                        "galley.article.killed.v1 e5",
                        "galley.article.killed.v1 e5",
                        // at once, and once more behind what it overtook
                        "galley.article.canceled.v1 e5",
                        "galley.article.canceled.v1 e5",
                        "galley.article.taken-down.v1 e5");
    }

    @Test
    void everyServiceExportsItsSpansOfTheFirstRequestsTraceWithTheArticle() {
        var id = push("f6", "exported");
        decide(id, "writer", "wim", "submit", "07");

        for (var span :
                List.of(
                        "ingest galley.article.ingested.v1 publish",
                        "editorial galley.article.ingested.v1 process",
                        "editorial galley.article.lifecycle.v1 publish",
                        "publish galley.article.lifecycle.v1 process")) {
            awaitSpan("f6", span + " " + id);
        }
        awaitSpan("f6", "ingest POST /v1/items null");
        awaitSpan("07", "editorial POST /v1/articles/{id}/submit " + id);
    }

    @Test
    void whatGoesWrongIsLoggedWithItsServiceArticleAndTrace() throws Exception {
        var id = UUID.randomUUID().toString();
        var poison = new ProducerRecord<String, byte[]>(Topics.LIFECYCLE, id, new byte[1]);
        poison.headers().add("traceparent", traceparent("18").getBytes(StandardCharsets.UTF_8));
        Map<String, Object> settings = new HashMap<>(platform.kafka());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(poison).get();
        }

        var line =
                await().atMost(PATIENCE)
                        .until(() -> lineAbout(id), Optional::isPresent)
                        .orElseThrow();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("service").asText()).isEqualTo("publish");
        assertThat(line.at("/mdc/articleId").asText()).isEqualTo(id);
        assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace("18"));
        assertThat(line.at("/mdc/spanId").asText()).hasSize(16);
    }

    @Test
    void noLogHasAPasswordOrAToken() {
        push("29", "secret");
        for (var service : StackPorts.SERVICES) {
            assertThat(platform.log(service))
                    .isNotEmpty()
                    .noneMatch(line -> platform.secrets().stream().anyMatch(line::contains))
                    // how every signed token begins
                    .noneMatch(line -> line.contains("eyJ"));
        }
    }

    private static void awaitSpan(String request, String span) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spansOf(request)).contains(span));
    }

    private static List<String> spansOf(String request) {
        return COLLECTOR.spans(trace(request)).stream()
                .map(span -> span.service() + " " + span.name() + " " + span.article())
                .toList();
    }

    private static Optional<JsonNode> lineAbout(String id) {
        return platform.log("publish").stream()
                .filter(line -> line.contains(id))
                .map(TraceIT::json)
                .findFirst();
    }

    private static JsonNode json(String line) {
        try {
            return Caller.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String push(String request, String guid) {
        var item =
                Map.of(
                        "guid", guid,
                        "headline", "Ferry sails with a trace",
                        "language", "en",
                        "body", "<p>It leaves at dusk.</p>");
        var answer =
                platform.caller("ingest", "source", "wire")
                        .post("/v1/items", item, headers(request, "Idempotency-Key", guid));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().at("/articles/0/articleId").asText();
    }

    private static void decide(String id, String role, String name, String step, String request) {
        var caller = platform.caller("editorial", role, name);
        var article =
                await().atMost(PATIENCE)
                        .ignoreException(UncheckedIOException.class)
                        .until(() -> caller.get("/v1/articles/" + id), Answer::ok);
        var answer =
                caller.post(
                        "/v1/articles/" + id + "/" + step,
                        Map.of("note", "Traced"),
                        headers(request, "If-Match", article.header("ETag")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Map<String, String> headers(String request, String name, String value) {
        return Map.of("traceparent", traceparent(request), name, value);
    }

    private static String traceparent(String request) {
        return "00-" + trace(request) + "-00f067aa0ba902b7-01";
    }

    private static String trace(String request) {
        return request.repeat(16);
    }

    /** The short name of the request whose trace an event's hop belongs to. */
    private static String hop(ConsumerRecord<String, byte[]> event) {
        var trace = header(event, "traceparent").substring(3, 35);
        return trace.equals(trace(trace.substring(0, 2))) ? trace.substring(0, 2) : trace;
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Everything that any topic has of an article, once the last of it has come. */
    private static List<ConsumerRecord<String, byte[]>> eventsOf(String id, int count) {
        Map<String, Object> settings = new HashMap<>(platform.kafka());
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = TOPICS.stream().flatMap(topic -> partitions(consumer, topic)).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .until(
                            () -> {
                                for (var event : consumer.poll(Duration.ofMillis(200))) {
                                    if (id.equals(event.key())) {
                                        events.add(event);
                                    }
                                }
                                return events.size() >= count;
                            });
        }
        return events;
    }

    private static Stream<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()));
    }
}
