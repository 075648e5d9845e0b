package galley.messaging;

import java.time.OffsetDateTime;
import java.util.UUID;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads CloudEvents 1.0 from Kafka records in binary mode. */
final class IncomingEvents {
    private IncomingEvents() {}

    static IncomingEvent read(ConsumerRecord<String, byte[]> record)
            throws UnreadableEventException {
        if (record.value() == null) {
            throw new UnreadableEventException("The record has no value");
        }
        CloudEvent event;
        try {
            event = KafkaMessageFactory.createReader(record).toEvent();
        } catch (RuntimeException e) {
            throw new UnreadableEventException("No CloudEvents headers: " + e.getMessage(), e);
        }
        OffsetDateTime time = event.getTime();
        return new IncomingEvent(
                id(event),
                String.valueOf(event.getSource()),
                event.getType(),
                event.getSubject(),
                sequence(event),
                time == null ? null : time.toInstant(),
                record.key(),
                record.value());
    }

    private static UUID id(CloudEvent event) throws UnreadableEventException {
        try {
            return UUID.fromString(event.getId());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("ce_id is not a UUID: " + event.getId(), e);
        }
    }

    private static long sequence(CloudEvent event) throws UnreadableEventException {
        Object sequence = event.getExtension("sequence");
        try {
            return Long.parseLong(String.valueOf(sequence));
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("ce_sequence is not a number: " + sequence, e);
        }
    }
}
