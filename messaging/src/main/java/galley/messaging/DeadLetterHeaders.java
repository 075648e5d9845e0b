package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of an event that could not be handled. */
final class DeadLetterHeaders {
    private static final String PREFIX = "dead-letter-";

    private DeadLetterHeaders() {}

    /** The original headers and where, when and why the event failed, without stale ones. */
    static Headers of(ConsumerRecord<String, byte[]> record, String group, Failure failure) {
        Headers headers = original(record.headers());
        add(headers, "reason", failure.reason());
        add(headers, "exception-class-name", failure.exception());
        add(headers, "topic", record.topic());
        add(headers, "partition", Integer.toString(record.partition()));
        add(headers, "offset", Long.toString(record.offset()));
        add(headers, "group", group);
        add(headers, "time", Instant.now().toString());
        return headers;
    }

    /** The headers without those of an earlier failure. */
    static Headers original(Headers all) {
        Headers headers = new RecordHeaders();
        all.forEach(
                header -> {
                    if (!header.key().startsWith(PREFIX)) {
                        headers.add(header);
                    }
                });
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
