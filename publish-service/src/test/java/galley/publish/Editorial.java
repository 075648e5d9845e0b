package galley.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import galley.events.LifecycleEvent;
import galley.events.PageArranged;
import galley.events.Topics;
import galley.testkit.GalleyServers;

/** Stands for editorial as the broker knows it: what it says is in the log for ever. */
public final class Editorial implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            GalleyServers.shared().kafka().bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    /** Says something in the log. */
    public void says(LifecycleEvent event) {
        says(Topics.LIFECYCLE, event);
    }

    /** Says something in any topic. */
    public void says(String topic, LifecycleEvent event) {
        send(
                topic,
                event.article().id().toString(),
                event.type(),
                event.article().revision(),
                json(event));
    }

    /** Arranges a page. */
    public void arranges(PageArranged page) {
        send(Topics.FRONT_PAGE, page.page(), PageArranged.TYPE, page.revision(), json(page));
    }

    /** Sends anything. */
    public void send(String topic, String key, String type, long sequence, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Map.of(
                        "ce_id",
                        Samples.id().toString(),
                        "ce_source",
                        "/galley/editorial",
                        "ce_type",
                        type,
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "ce_sequence",
                        "%010d".formatted(sequence),
                        "content-type",
                        "application/json")
                .forEach(
                        (name, value) ->
                                record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] json(Object event) {
        try {
            return Samples.JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
