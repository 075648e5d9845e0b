package galley.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.common.header.Headers;

/**
 * An event in the outbox.
 *
 * @param key the record's key; empty for none
 * @param traceparent W3C trace context of the span that wrote the event, or null
 * @param origin W3C trace context of the first request that led to it, or null
 * @param headers sent as they are instead of CloudEvents headers, or null
 * @param extensions extension attributes of the event's own
 * @param data the record's value; null only in a dead letter that had none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; the bytes go to the broker as they are
record OutboxRow(
        UUID id,
        Lane lane,
        String topic,
        String key,
        String type,
        long sequence,
        String source,
        Instant createdAt,
        String traceparent,
        String origin,
        Headers headers,
        Map<String, String> extensions,
        byte[] data) {

    /** How many buckets the keys are spread over; fixed, as rows carry their bucket. */
    static final int BUCKETS = 32;

    /** What one relay at a time may send from; the same for a key for ever. */
    static int bucket(String key) {
        return Math.floorMod(key.hashCode(), BUCKETS);
    }

    /** An upper bound of what the record takes in bytes, CloudEvents headers included. */
    long size() {
        long size =
                1024L + topic.length() + 4L * (2L * key.length() + type.length() + source.length());
        for (var extension : extensions.entrySet()) {
            size += extension.getKey().length() + 4L * extension.getValue().length() + 10;
        }
        if (headers != null) {
            for (var header : headers) {
                size +=
                        header.key().length()
                                + (header.value() == null ? 0 : header.value().length)
                                + 10;
            }
        }
        return data == null ? size : size + data.length;
    }
}
