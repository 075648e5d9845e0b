package galley.endtoend;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its start to its present end. */
final class TopicRecords {
    private TopicRecords() {}

    /** The records of each key in the order of the topic. */
    static Map<String, List<ConsumerRecord<String, byte[]>>> read(
            Map<String, String> kafka, String topic) {
        try (var consumer = consumer(kafka, Map.of("isolation.level", "read_committed"))) {
            var partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, consumer.endOffsets(partitions));
        }
    }

    /** Whether a group of consumers has dealt with all that a topic has at present. */
    static boolean areHandled(Map<String, String> kafka, String topic, String group) {
        try (var consumer = consumer(kafka, Map.of("group.id", group))) {
            var ends = consumer.endOffsets(partitions(consumer, topic));
            var handled = consumer.committed(ends.keySet());
            return ends.entrySet().stream()
                    .allMatch(
                            end ->
                                    end.getValue() == 0
                                            || (handled.get(end.getKey()) != null
                                                    && handled.get(end.getKey()).offset()
                                                            >= end.getValue()));
        }
    }

    /** A header as text; null where the record has none. */
    static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer(
            Map<String, String> kafka, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("enable.auto.commit", false);
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
    }

    private static Map<String, List<ConsumerRecord<String, byte[]>>> read(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, List<ConsumerRecord<String, byte[]>>> records = new HashMap<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(500))) {
                records.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(record);
            }
        }
        return records;
    }
}
