package galley.messaging;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record as a {@link LogReader} read it.
 *
 * @param topic where it stands
 * @param partition of the topic
 * @param offset in the partition
 * @param key what it is about, or null
 */
public record LogRecord(
        String topic,
        int partition,
        long offset,
        String key,
        ConsumerRecord<String, byte[]> content) {

    /** What is done with an event. */
    public interface Handling {
        /**
         * Handles an event.
         *
         * @throws UnreadableEventException when it can't be understood
         */
        void on(IncomingEvent event) throws UnreadableEventException;
    }

    static LogRecord of(ConsumerRecord<String, byte[]> record) {
        return new LogRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record);
    }

    /**
     * Hands the event on under the {@linkplain Origin#current() origin} that it carries.
     *
     * @throws UnreadableEventException when the record holds no event, or one that the handling
     *     does not understand
     */
    public void handle(Handling handling) throws UnreadableEventException {
        var event = IncomingEvents.read(content);
        try (Scope _ = Origin.in(Context.current(), Origin.of(content.headers())).makeCurrent()) {
            handling.on(event);
        }
    }
}
