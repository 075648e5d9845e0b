package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import galley.events.Topics;

/** Reads the public topic as another site would, from its start to its present end. */
final class PublishedTopic {
    private PublishedTopic() {}

    /** The documents of each article in the order of the topic. */
    static Map<String, List<JsonNode>> read(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topics.PUBLISHED).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    private static Map<String, List<JsonNode>> read(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, List<JsonNode>> documents = new TreeMap<>();
        while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
            for (var event : consumer.poll(Duration.ofMillis(500))) {
                documents
                        .computeIfAbsent(event.key(), _ -> new ArrayList<>())
                        .add(json(event.value()));
            }
        }
        return documents;
    }

    /** The versions of an article's documents, in order. */
    static List<Integer> versions(List<JsonNode> documents) {
        return documents.stream()
                .map(document -> Integer.valueOf(document.path("version").asText()))
                .toList();
    }

    private static JsonNode json(byte[] value) {
        try {
            return Caller.JSON.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
