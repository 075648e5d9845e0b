package galley.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import galley.localstack.Ports;
import galley.testkit.GalleyServers;

import static org.assertj.core.api.Assertions.assertThat;

class BrokerWatchTest {
    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", GalleyServers.shared().kafka().bootstrapServers());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestTopic topic = TestTopic.of(3);
    private final String group = "group." + UUID.randomUUID();

    @Test
    void aGroupThatHasReadNothingIsBehindByAllThereIs() {
        send(7);
        try (BrokerWatch watch = watch(KAFKA, topic.name())) {
            watch.look();
            assertThat(watch.isAnswering()).isTrue();
            assertThat(lag()).isEqualTo(7);
        }
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void whatIsFetchedButNotDealtWithCountsUntilItIs() {
        send(7);
        try (BrokerWatch watch = watch(KAFKA, topic.name());
                KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(topic.name()));
            for (int fetched = 0; fetched < 7; ) {
                fetched += consumer.poll(Duration.ofMillis(100)).count();
            }
            watch.look();
            assertThat(lag()).isEqualTo(7);
            consumer.commitSync();
            watch.look();
            assertThat(lag()).isZero();
            send(2);
            watch.look();
            assertThat(lag()).isEqualTo(2);
        }
    }

    @Test
    void whatTheBrokerDoesNotTellIsNotKnown() {
        try (BrokerWatch watch = watch(KAFKA, "missing." + UUID.randomUUID())) {
            watch.look();
            assertThat(watch.isAnswering()).isTrue();
            assertThat(lag()).isNaN();
        }
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "127.0.0.1:" + Ports.free());
        try (BrokerWatch watch = watch(nowhere, topic.name())) {
            watch.look();
            assertThat(watch.isAnswering()).isFalse();
        }
    }

    private BrokerWatch watch(Map<String, Object> kafka, String topicName) {
        return new BrokerWatch(kafka, List.of(new Subscription(group, topicName)), meters);
    }

    private double lag() {
        return meters.get("galley.inbox.lag").tag("group", group).gauge().value();
    }

    private void send(int count) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(KAFKA, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                var _ = producer.send(new ProducerRecord<>(topic.name(), "" + i, new byte[1]));
            }
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        KAFKA.get("bootstrap.servers"),
                        "group.id",
                        group,
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
