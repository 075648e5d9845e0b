package galley.editorial.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/** Reads what ingest tells, in order, batch by batch. */
@ApplicationScoped
class IngestedConsumer {
    private final Inbox inbox;

    IngestedConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("ingested")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Intake.GROUP, records);
    }
}
