package galley.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Headers of an event that could not be handled. */
final class DeadLetters {
    private static final String PREFIX = "dead-letter-";
    private static final int MAX_REASON = 1000;

    private DeadLetters() {}

    static String topic(String topic, String group) {
        return topic + "." + group + ".dead-letter";
    }

    /** The original headers and where, when and why the event failed, without stale ones. */
    static Headers headers(ConsumerRecord<String, byte[]> record, String group, Throwable reason) {
        Headers headers = new RecordHeaders();
        record.headers()
                .forEach(
                        header -> {
                            if (!header.key().startsWith(PREFIX)) {
                                headers.add(header);
                            }
                        });
        Throwable root = root(reason);
        add(headers, "reason", String.valueOf(root.getMessage()));
        add(headers, "exception-class-name", root.getClass().getName());
        add(headers, "topic", record.topic());
        add(headers, "partition", Integer.toString(record.partition()));
        add(headers, "offset", Long.toString(record.offset()));
        add(headers, "group", group);
        add(headers, "time", Instant.now().toString());
        return headers;
    }

    /** The wrappers of transactions and interceptors tell an operator nothing. */
    private static Throwable root(Throwable reason) {
        Throwable root = reason;
        for (int depth = 0; depth < 50 && root.getCause() != null; depth++) {
            if (root instanceof UnreadableEventException) {
                return root;
            }
            root = root.getCause();
        }
        return root;
    }

    private static void add(Headers headers, String name, String value) {
        String text = value.length() > MAX_REASON ? value.substring(0, MAX_REASON) : value;
        headers.add(PREFIX + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
