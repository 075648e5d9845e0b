package galley.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import galley.events.Topics;
import galley.testkit.GalleyServers;

/** Reads a topic from its start, as another site would. */
public final class PublicTopic implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    /** The public topic. */
    public PublicTopic() {
        this(Topics.PUBLISHED);
    }

    /** Any topic. */
    public PublicTopic(String topic) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        GalleyServers.shared().kafka().bootstrapServers());
        consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(topic).stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The records of a key so far, in order. */
    public List<ConsumerRecord<String, byte[]>> recordsOf(UUID id) {
        consumer.poll(Duration.ofMillis(300)).forEach(records::add);
        return records.stream().filter(record -> id.toString().equals(record.key())).toList();
    }

    /** The values of a key so far, in order. */
    public List<JsonNode> of(UUID id) {
        return recordsOf(id).stream().map(record -> json(record.value())).toList();
    }

    /** A header of a record. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A value as JSON. */
    public static JsonNode json(byte[] value) {
        try {
            return Samples.JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
