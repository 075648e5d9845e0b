package galley.messaging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whoever looks at the readiness how events leave. It is never down: while the broker is away
 * the outbox takes what comes, and taking the service away would only make that worse.
 */
@Readiness
@ApplicationScoped
class EventsHealth implements HealthCheck {
    private final MessagingLifecycle messaging;

    EventsHealth(MessagingLifecycle messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        OutboxBacklog backlog = messaging.backlog();
        return HealthCheckResponse.named("Events")
                .up()
                .withData("broker", messaging.isBrokerAnswering() ? "answers" : "does not answer")
                .withData("unsent", backlog.total())
                .withData("parked", backlog.parked())
                .withData("oldestUnsentSeconds", backlog.age(Instant.now()).toSeconds())
                .build();
    }
}
