package galley.publish.edition;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import galley.messaging.Inbox;

/**
 * Reads the lifecycle log, and the kills apart from it: a kill then waits behind nothing. It comes
 * on both topics; whichever is first counts.
 */
@ApplicationScoped
class LifecycleConsumer {
    private final Inbox inbox;

    LifecycleConsumer(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("lifecycle")
    @Blocking
    void onLifecycle(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Press.GROUP, records);
    }

    @Incoming("kill")
    @Blocking
    void onKill(ConsumerRecords<String, byte[]> records) {
        inbox.receive(Press.KILL_GROUP, records);
    }
}
