package galley.operations.letters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import galley.messaging.EventHandler;
import galley.messaging.Inbox;
import galley.messaging.IncomingEvent;
import galley.messaging.UnreadableEventException;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A small service that applies events, unless it is closed. */
@ApplicationScoped
class Port implements EventHandler {
    static final String GROUP = "port";

    private static final AtomicInteger OFFSET = new AtomicInteger();

    private final Inbox inbox;
    private volatile String closed;

    Port(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Set<String> groups() {
        return Set.of(GROUP);
    }

    @Override
    public void on(IncomingEvent event) throws UnreadableEventException {
        if (closed != null) {
            throw new UnreadableEventException(closed);
        }
    }

    void open() {
        closed = null;
    }

    /** From now on no event can be handled. */
    void close(String reason) {
        closed = reason;
    }

    /** An event arrives. */
    void arrive(String topic, String key, byte[] value, Map<String, String> headers) {
        var record = new ConsumerRecord<>(topic, 0, OFFSET.getAndIncrement(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        inbox.receive(
                GROUP,
                new ConsumerRecords<>(
                        Map.of(new TopicPartition(topic, 0), List.of(record)), Map.of()));
    }
}
