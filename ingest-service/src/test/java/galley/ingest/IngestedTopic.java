package galley.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

import galley.events.Topics;
import galley.testkit.GalleyServers;

import static java.util.concurrent.TimeUnit.SECONDS;

/** Reads what is handed on to editorial, from the start. */
public final class IngestedTopic implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    /** With a consumer of its own. */
    public IngestedTopic() {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                GalleyServers.shared().kafka().bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer());
        var partitions =
                consumer.partitionsFor(Topics.INGESTED).stream()
                        .map(
                                partition ->
                                        new TopicPartition(Topics.INGESTED, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until an article has so many records, and answers them in order. */
    public List<ConsumerRecord<String, String>> await(String article, int count) {
        return Awaitility.await()
                .atMost(20, SECONDS)
                .until(() -> recordsOf(article), records -> records.size() >= count);
    }

    /** A header as text, or null. */
    public static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<ConsumerRecord<String, String>> recordsOf(String article) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        return records.stream().filter(one -> Objects.equals(one.key(), article)).toList();
    }
}
