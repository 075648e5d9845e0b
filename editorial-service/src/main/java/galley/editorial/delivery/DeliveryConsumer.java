package galley.editorial.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/** Reads what publish reports, in order, batch by batch. */
@ApplicationScoped
class DeliveryConsumer {
    private final Inbox inbox;

    DeliveryConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("delivery")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Deliveries.GROUP, records);
    }
}
