package galley.messaging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as they arrive from a topic, without a broker. */
record Arriving(String topic) {
    static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    static final String ORIGIN_TRACE = "a".repeat(32);
    static final String ORIGIN = "00-" + ORIGIN_TRACE + "-b7ad6b7169203331-01";

    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final AtomicInteger OFFSET = new AtomicInteger();

    /** An event of the key {@code ferry}. */
    ConsumerRecord<String, byte[]> event(String data) {
        return event("ferry", data);
    }

    /** An event of a key, which may be null. */
    ConsumerRecord<String, byte[]> event(String key, String data) {
        var event =
                CloudEventBuilder.v1()
                        .withId(UUID.randomUUID().toString())
                        .withSource(URI.create("/galley/test"))
                        .withType("galley.test.v1")
                        .withSubject("ferry")
                        .withExtension("sequence", "0000000001")
                        .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                        .build();
        var sent = KafkaMessageFactory.createWriter(topic, "ferry").writeBinary(event);
        ConsumerRecord<String, byte[]> record = plain(key, data);
        sent.headers().forEach(record.headers()::add);
        record.headers().add("traceparent", TRACEPARENT.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** A record without headers. */
    ConsumerRecord<String, byte[]> plain(String key, String data) {
        return new ConsumerRecord<>(
                topic,
                0,
                OFFSET.getAndIncrement(),
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                data == null ? null : data.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }

    ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> records) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), records), Map.of());
    }

    static String text(IncomingEvent event) {
        return new String(event.data(), StandardCharsets.UTF_8);
    }
}
