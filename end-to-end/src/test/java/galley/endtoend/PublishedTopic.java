package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import galley.events.Topics;

/** Reads the public topic as another site would, from its start to its present end. */
final class PublishedTopic {
    private PublishedTopic() {}

    /** The events of each article in the order of the topic. */
    static Map<String, List<PublishedEvent>> read(Map<String, String> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("enable.auto.commit", false);
        settings.put("isolation.level", "read_committed");
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

    /** The last event of an article; nothing while there is none. */
    static Optional<PublishedEvent> last(Map<String, String> kafka, String article) {
        return Optional.ofNullable(read(kafka).get(article)).map(List::getLast);
    }

    private static Map<String, List<PublishedEvent>> read(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, List<PublishedEvent>> events = new HashMap<>();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(Duration.ofMillis(500))) {
                events.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(event(record));
            }
        }
        return events;
    }

    private static PublishedEvent event(ConsumerRecord<String, byte[]> record) {
        try {
            return new PublishedEvent(
                    header(record, "ce_id"),
                    header(record, "traceparent"),
                    Caller.JSON.readTree(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
