package galley.benchmarks.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer that notes when each record of a topic reaches it. */
final class Arrivals implements AutoCloseable {
    private final Ledger ledger;
    private final KafkaConsumer<String, byte[]> consumer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean ended;

    Arrivals(String bootstrapServers, String topic, int partitions, Ledger ledger) {
        this.ledger = ledger;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(topic, p)).toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        thread.execute(this::consume);
    }

    private void consume() {
        try (consumer) {
            while (!ended) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
                long time = System.nanoTime();
                for (ConsumerRecord<String, byte[]> record : records) {
                    ledger.arrived(record, time);
                }
            }
        } catch (RuntimeException e) {
            ledger.fail("The consumer ended: " + e);
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.close();
    }
}
