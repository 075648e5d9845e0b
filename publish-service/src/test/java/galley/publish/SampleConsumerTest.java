package galley.publish;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.events.Topics;
import galley.messaging.Outbox;
import galley.publish.edition.Desk;
import galley.testkit.OwnServers;
import galley.testkit.Servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The consumer of docs/publishing/topic.md, as it is printed there, keeps a correct copy. */
@QuarkusTest
@WithTestResource(
        value = OwnServers.class,
        initArgs = @ResourceArg(name = "database", value = "publish"))
class SampleConsumerTest {
    private static final Path SAMPLE =
            Path.of("../docs/publishing/sample-consumer/KeepACopy.java").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject Outbox outbox;

    Servers servers;

    @TempDir Path folder;

    private final List<Process> consumers = new ArrayList<>();
    private final List<Article> released = new ArrayList<>();

    @AfterEach
    void end() {
        consumers.forEach(consumer -> consumer.destroyForcibly().onExit().join());
    }

    @Test
    void itsCopyIsWhatTheEditionHasWhateverHappens() throws Exception {
        var copy = folder.resolve("first");
        var consumer = consume(copy);
        var doomed = release();
        editorialWork();
        awaitCopy(copy);

        // killed while the article goes, and back from nothing and from what it had
        consumer.destroyForcibly().waitFor();
        desk.kill(doomed, "Withdrawn while nobody listened");
        release();
        consume(copy);
        awaitCopy(copy);
        assertThat(copy.resolve(doomed.id() + ".json")).doesNotExist();

        // everything once more
        var everything = outbox.resend(Topics.PUBLISHED, Instant.EPOCH, Instant.now());
        assertThat(everything).isGreaterThan(15);
        release();
        awaitCopy(copy);

        awaitCompaction();
        var afterwards = folder.resolve("afterwards");
        consume(afterwards);
        awaitCopy(afterwards);
        awaitCopy(copy);
    }

    @Test
    void aKillThatCameAheadOfItsReleaseStays() throws Exception {
        var copy = folder.resolve("overtaken");
        consume(copy);
        var killed = UUID.randomUUID();
        send(killed, 10, "canceled");
        send(killed, 9, "usable");
        send(killed, 2, "usable");
        var last = UUID.randomUUID();
        send(last, 1, "usable");
        await().atMost(PATIENCE).until(() -> Files.exists(copy.resolve(last + ".json")));
        assertThat(copy.resolve(killed + ".json")).doesNotExist();
    }

    /** Every way in which an article can be, and come to be, in the edition. */
    private void editorialWork() {
        var corrected = release();
        for (int version = 2; version <= 11; version++) {
            var headline = "Version " + version;
            corrected = desk.release(Samples.next(corrected, it -> it.put("headline", headline)));
        }
        desk.kill(release(), "Withdrawn");
        var withheld = Samples.next(release(), _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        var back = Samples.next(release(), _ -> {});
        desk.apply(new ArticleWithheld(back, DECISION));
        desk.apply(new ArticleReinstated(Samples.next(back, _ -> {}), DECISION));
        embargoed(release(), Instant.now().plusSeconds(3600));
        // shown at the revision at which it was withheld
        embargoed(release(), Instant.now().plusSeconds(2));
    }

    private Article release() {
        var article = desk.release(Samples.article("p01-reprint"));
        released.add(article);
        return article;
    }

    private void embargoed(Article article, Instant until) {
        desk.release(Samples.next(article, it -> it.put("embargoedUntil", until.toString())));
    }

    private void awaitCopy(Path copy) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class) // a file half written
                .untilAsserted(() -> assertThat(documents(copy)).isEqualTo(edition()));
    }

    /** What readers get, by its id. */
    private Map<String, JsonNode> edition() throws IOException {
        Map<String, JsonNode> live = new HashMap<>();
        for (var article : released) {
            var answer =
                    RestAssured.given()
                            .accept("application/vnd.iptc.ninjs+json")
                            .get("/v1/articles/" + article.id());
            if (answer.statusCode() == 200) {
                live.put(article.id().toString(), Samples.JSON.readTree(answer.asByteArray()));
            }
        }
        return live;
    }

    /** What the copy has of the articles that were released here, by their ids. */
    private Map<String, JsonNode> documents(Path copy) {
        return released.stream()
                .map(article -> article.id().toString())
                .filter(id -> Files.exists(copy.resolve(id + ".json")))
                .collect(Collectors.toMap(id -> id, id -> read(copy.resolve(id + ".json"))));
    }

    private static JsonNode read(Path file) {
        try {
            return Samples.JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process consume(Path copy) throws Exception {
        var libraries =
                Stream.of(
                                KafkaConsumer.class,
                                ObjectMapper.class,
                                JsonFactory.class,
                                JsonInclude.class,
                                Logger.class)
                        .map(SampleConsumerTest::library)
                        .collect(Collectors.joining(File.pathSeparator));
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                libraries,
                                SAMPLE.toString(),
                                servers.kafka().bootstrapServers(),
                                copy.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve(consumers.size() + ".log").toFile())
                        .start();
        consumers.add(process);
        return process;
    }

    private static String library(Class<?> type) {
        try {
            var place = type.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(place.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the broker compact the topic at once, and waits until it has. */
    private void awaitCompaction() throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.PUBLISHED);
        try (var admin = Admin.create(broker())) {
            var eager =
                    Stream.of(
                                    new ConfigEntry("segment.ms", "100"),
                                    new ConfigEntry("min.cleanable.dirty.ratio", "0.001"))
                            .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                            .toList();
            admin.incrementalAlterConfigs(Map.of(topic, eager)).all().get();
        }
        var corrected = released.get(1).id().toString();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> {
                            // only what is behind the last segment is compacted
                            for (int i = 0; i < 15; i++) {
                                release();
                            }
                            return keys().stream().filter(corrected::equals).count() < 3;
                        });
    }

    /** The keys of all records on the topic. */
    private List<String> keys() {
        try (var consumer =
                new KafkaConsumer<>(
                        broker(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topics.PUBLISHED).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> keys = new ArrayList<>();
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(300)).forEach(it -> keys.add(it.key()));
            }
            return keys;
        }
    }

    /** Puts an event on the topic as the relay does; all of them in one partition, in order. */
    private void send(UUID id, long revision, String pubStatus) throws Exception {
        var document = "{\"uri\": \"urn:uuid:%s\", \"pubStatus\": \"%s\"}".formatted(id, pubStatus);
        var record =
                new ProducerRecord<>(
                        Topics.PUBLISHED,
                        0,
                        id.toString(),
                        document.getBytes(StandardCharsets.UTF_8));
        var sequence = String.format(Locale.ROOT, "%010d", revision);
        record.headers().add("ce_sequence", sequence.getBytes(StandardCharsets.UTF_8));
        try (var producer =
                new KafkaProducer<>(broker(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    private Map<String, Object> broker() {
        return Map.of("bootstrap.servers", servers.kafka().bootstrapServers());
    }
}
