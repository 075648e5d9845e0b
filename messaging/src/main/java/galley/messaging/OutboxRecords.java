package galley.messaging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Locale;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Makes Kafka records of outbox rows: CloudEvents 1.0, binary mode. */
final class OutboxRecords {
    private OutboxRecords() {}

    /**
     * @param traceparent of the span that sends the record, or null; the origin's goes with the
     *     event
     */
    static ProducerRecord<String, byte[]> record(OutboxRow row, String traceparent) {
        ProducerRecord<String, byte[]> record =
                row.headers() == null ? cloudEvent(row) : asItIs(row, row.headers());
        if (traceparent != null) {
            record.headers().remove(Traces.TRACEPARENT);
            record.headers().add(Traces.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private static ProducerRecord<String, byte[]> cloudEvent(OutboxRow row) {
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(row.id().toString())
                        .withSource(URI.create(row.source()))
                        .withType(row.type())
                        .withSubject(row.key())
                        .withTime(row.createdAt().atOffset(ZoneOffset.UTC))
                        .withDataContentType("application/json")
                        .withData(row.data())
                        .withExtension(
                                "sequence", String.format(Locale.ROOT, "%010d", row.sequence()));
        row.extensions().forEach(event::withExtension);
        if (row.origin() != null) {
            event.withExtension(Traces.TRACEPARENT, row.origin());
        }
        return KafkaMessageFactory.createWriter(row.topic(), row.key()).writeBinary(event.build());
    }

    private static ProducerRecord<String, byte[]> asItIs(OutboxRow row, Headers headers) {
        String key = row.key().isEmpty() ? null : row.key();
        return new ProducerRecord<>(row.topic(), null, key, row.data(), headers);
    }
}
