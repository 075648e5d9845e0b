package galley.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Down once the relay has ended for good, which only a restart mends. What waits, for a database, a
 * broker or a slow handler, goes on by itself and is alive.
 */
@Liveness
@ApplicationScoped
class RelayHealth implements HealthCheck {
    private final MessagingLifecycle messaging;

    RelayHealth(MessagingLifecycle messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Outbox relay").status(!messaging.hasRelayEnded()).build();
    }
}
