package galley.publish.frontpage;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/** Reads how pages are arranged. */
@ApplicationScoped
class FrontPageConsumer {
    private final Inbox inbox;

    FrontPageConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("front-page")
    @Blocking
    void onPages(ConsumerRecords<String, byte[]> records) {
        inbox.receive(PageEvents.GROUP, records);
    }
}
