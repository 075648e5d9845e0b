package galley.endtoend;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The platform in containers with three brokers and two of each service, and what it outlives. */
@EnabledIf(
        value = "galley.testkit.Servers#areContainers",
        disabledReason = "Tests have no containers here")
class ClusterIT extends FirstLight<Composed> {
    private static final List<String> SERVICES = List.of("ingest", "editorial", "publish");

    /** 128 and SIGTERM's number: a Java program that was asked to end, and did. */
    private static final int ENDED_AS_ASKED = 143;

    ClusterIT() {
        super(Composed.cluster());
    }

    @Test
    void everyAcceptedArticleComesOutOnceInItsLastVersionAlthoughABrokerDiesAndReplicasStop()
            throws Exception {
        try (var flow = new ArticleFlow(platform, "cluster")) {
            flow.awaitSomeMore();
            platform.kill("kafka-2", 1);
            flow.awaitSomeMore();
            for (String service : SERVICES) {
                assertThat(platform.stop(service, 1)).as(service).isEqualTo(ENDED_AS_ASKED);
                flow.awaitSomeMore();
            }
            SERVICES.forEach(service -> platform.start(service, 1));
            platform.start("kafka-2", 1);
            flow.awaitSomeMore();
            flow.finish();

            new Arrivals(platform, flow).assertOnceAndInTheLastVersion();
        }
    }

    @Test
    void aSubscriberReadsWhatIsPublished() {
        try (var consumer = consumer("subscriber-anything")) {
            consumer.subscribe(Set.of(Topics.PUBLISHED));
            assertThat(consumer.partitionsFor(Topics.PUBLISHED)).isNotEmpty();
            consumer.poll(Duration.ofSeconds(5));
            assertThat(consumer.listTopics()).containsOnlyKeys(Topics.PUBLISHED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.INGESTED,
                Topics.LIFECYCLE,
                Topics.KILL,
                Topics.DELIVERY,
                Topics.FRONT_PAGE
            })
    void aSubscriberReadsNothingElse(String topic) {
        try (var consumer = consumer("subscriber-curious")) {
            consumer.assign(Set.of(new TopicPartition(topic, 0)));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void aSubscriberWritesNothing() {
        // An idempotent producer may be refused before it sends: this is about the write itself.
        Map<String, Object> settings = settings();
        settings.put("enable.idempotence", false);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>(Topics.PUBLISHED, "key", "value");
            assertThatThrownBy(() -> producer.send(record).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void aSubscriberTakesNoOffsetsOfAService() {
        try (var consumer = consumer("publish")) {
            consumer.subscribe(Set.of(Topics.PUBLISHED));
            assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void nobodyReadsWithoutThePassword() {
        Map<String, Object> settings = settings();
        settings.computeIfPresent(
                "sasl.jaas.config",
                (_, jaas) -> jaas.toString().replaceAll("password=\".*\"", "password=\"guess\""));
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(consumer::listTopics).isInstanceOf(AuthenticationException.class);
        }
    }

    private KafkaConsumer<String, String> consumer(String group) {
        Map<String, Object> settings = settings();
        settings.put("group.id", group);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private Map<String, Object> settings() {
        return new HashMap<>(platform.kafkaAs("subscriber"));
    }
}
