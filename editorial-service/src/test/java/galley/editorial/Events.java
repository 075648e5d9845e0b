package galley.editorial;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import galley.testkit.GalleyServers;

/** Sends events to the service under test through the broker, and reads what it sends. */
@ApplicationScoped
public class Events {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AgroalDataSource database;

    Events(AgroalDataSource database) {
        this.database = database;
    }

    /** Sends an event under an id of its own, and waits until the service has dealt with it. */
    public void deliver(String topic, UUID key, String type, byte[] data) {
        UUID id = UUID.randomUUID();
        send(id, topic, key, type, data);
        Awaitility.await().atMost(PATIENCE).until(() -> isRemembered(id));
    }

    /** Sends an event. */
    public static void send(UUID id, String topic, UUID key, String type, byte[] data) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, key.toString(), data);
        add(event.headers(), "ce_id", id.toString());
        add(event.headers(), "ce_source", "/galley/test");
        add(event.headers(), "ce_type", type);
        add(event.headers(), "ce_specversion", "1.0");
        add(event.headers(), "ce_time", Instant.now().toString());
        add(event.headers(), "ce_subject", key.toString());
        add(event.headers(), "ce_sequence", "0000000001");
        add(event.headers(), "content-type", "application/json");
        send(event);
    }

    /** Sends any record at all. */
    public static void send(ProducerRecord<String, byte[]> event) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a topic has this many records of a key; answers them in their order. */
    public static List<ConsumerRecord<String, byte[]>> await(String topic, UUID key, int number) {
        return await(topic, key.toString(), number);
    }

    /** The same for keys that are no ids. */
    public static List<ConsumerRecord<String, byte[]>> await(String topic, String key, int number) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> of(topic, key), records -> records.size() >= number);
    }

    /** The records of a key so far, in their order. */
    public static List<ConsumerRecord<String, byte[]>> of(String topic, UUID key) {
        return of(topic, key.toString());
    }

    private static List<ConsumerRecord<String, byte[]>> of(String topic, String key) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            Collection<TopicPartition> all =
                    consumer.partitionsFor(topic).stream()
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> end = consumer.endOffsets(all);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(p -> consumer.position(p) < end.get(p))) {
                for (ConsumerRecord<String, byte[]> one : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(one.key())) {
                        records.add(one);
                    }
                }
            }
            return records;
        }
    }

    /** A header of a record, or null. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private boolean isRemembered(UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select from inbox where event_id = ?")) {
            query.setObject(1, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String bootstrapServers() {
        return GalleyServers.shared().kafka().bootstrapServers();
    }
}
