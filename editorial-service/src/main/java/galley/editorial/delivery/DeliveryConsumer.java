package galley.editorial.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/** Reads what publish reports, in order, batch by batch. */
@ApplicationScoped
class DeliveryConsumer {
    private static final String GROUP = "editorial-delivery";

    private final Inbox inbox;
    private final Deliveries deliveries;

    DeliveryConsumer(Inbox inbox, Deliveries deliveries) {
        this.inbox = inbox;
        this.deliveries = deliveries;
    }

    @Incoming("delivery")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(GROUP, records, deliveries::on);
    }
}
