package galley.editorial.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/** Reads what ingest tells, in order, batch by batch. */
@ApplicationScoped
class IngestedConsumer {
    private static final String GROUP = "editorial";

    private final Inbox inbox;
    private final Intake intake;

    IngestedConsumer(Inbox inbox, Intake intake) {
        this.inbox = inbox;
        this.intake = intake;
    }

    @Incoming("ingested")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(GROUP, records, intake::on);
    }
}
