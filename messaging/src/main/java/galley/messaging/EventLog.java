package galley.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.context.Scope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.MDC;

/** Lets all that is logged about an event name its subject, which is the key. */
@ApplicationScoped
class EventLog {
    private final String field;

    EventLog(SubjectConfig config) {
        this.field = config.logField();
    }

    /** Until it is closed, what this thread logs is about the record. */
    Scope about(ConsumerRecord<String, byte[]> record) {
        Object before = MDC.get(field);
        set(record.key());
        return () -> set(before);
    }

    private void set(Object subject) {
        if (subject == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, subject);
        }
    }
}
