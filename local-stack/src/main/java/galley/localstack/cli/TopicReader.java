package galley.localstack.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its start without a consumer group, and only what is committed. Events come in
 * the order of their times; those of one partition always in the order of the partition.
 */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int AHEAD = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Deque<ConsumerRecord<byte[], byte[]>>> waiting =
            new HashMap<>();

    /**
     * @param kafka how to reach the broker, as Kafka's clients want it
     * @throws CommandException when there is no such topic
     */
    TopicReader(Map<String, String> kafka, String topic) {
        this.consumer = new KafkaConsumer<>(settings(kafka));
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            consumer.close();
            throw new CommandException("No such topic: " + topic);
        }
        for (PartitionInfo each : partitions) {
            waiting.put(new TopicPartition(topic, each.partition()), new ArrayDeque<>());
        }
        consumer.assign(waiting.keySet());
        consumer.seekToBeginning(waiting.keySet());
    }

    /** Hands over every event up to the end that the topic has at the time of the call. */
    void toPresentEnd(Consumer<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(waiting.keySet());
        while (true) {
            Set<TopicPartition> unread = unread(ends);
            handOver(ends, unread, events);
            if (unread.isEmpty()) {
                return;
            }
            read();
        }
    }

    /** Waits for events a moment and hands over what has come. */
    void next(Consumer<ConsumerRecord<byte[], byte[]>> events) {
        read();
        handOver(Map.of(), Set.of(), events);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Set<TopicPartition> unread(Map<TopicPartition, Long> ends) {
        return ends.keySet().stream()
                .filter(partition -> consumer.position(partition) < ends.get(partition))
                .collect(Collectors.toSet());
    }

    /** The earliest can be told only while something waits of each partition that has more. */
    private void handOver(
            Map<TopicPartition, Long> ends,
            Set<TopicPartition> unread,
            Consumer<ConsumerRecord<byte[], byte[]>> events) {
        while (unread.stream().noneMatch(partition -> waiting.get(partition).isEmpty())) {
            Optional<Deque<ConsumerRecord<byte[], byte[]>>> earliest =
                    waiting.entrySet().stream()
                            .filter(queue -> hasBefore(ends.get(queue.getKey()), queue.getValue()))
                            .map(Map.Entry::getValue)
                            .min(Comparator.comparingLong(queue -> queue.element().timestamp()));
            if (earliest.isEmpty()) {
                return;
            }
            events.accept(earliest.get().remove());
        }
    }

    private static boolean hasBefore(Long end, Deque<ConsumerRecord<byte[], byte[]>> queue) {
        return !queue.isEmpty() && (end == null || queue.element().offset() < end);
    }

    private void read() {
        List<TopicPartition> full =
                waiting.keySet().stream()
                        .filter(partition -> waiting.get(partition).size() >= AHEAD)
                        .toList();
        consumer.resume(consumer.paused());
        consumer.pause(full);
        consumer.poll(POLL)
                .forEach(
                        event ->
                                waiting.get(new TopicPartition(event.topic(), event.partition()))
                                        .add(event));
    }

    private static Properties settings(Map<String, String> kafka) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("default.api.timeout.ms", "10000");
        settings.put("enable.metrics.push", "false");
        settings.put("key.deserializer", ByteArrayDeserializer.class.getName());
        settings.put("value.deserializer", ByteArrayDeserializer.class.getName());
        return settings;
    }
}
