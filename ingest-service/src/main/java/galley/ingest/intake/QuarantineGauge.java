package galley.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Shows how much waits in quarantine. It is counted now and then rather than when somebody asks, so
 * that metrics are there also while the database is not; every replica shows the same.
 */
@Startup
@ApplicationScoped
class QuarantineGauge {
    private static final Logger LOG = Logger.getLogger(QuarantineGauge.class);

    private final Quarantine quarantine;
    private volatile double waiting = Double.NaN;

    QuarantineGauge(Quarantine quarantine, MeterRegistry meters) {
        this.quarantine = quarantine;
        Gauge.builder("galley.ingest.quarantine.waiting", () -> waiting)
                .description("Entries and documents that could not be taken in and wait")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        try {
            waiting = QuarkusTransaction.requiringNew().call(quarantine::waiting);
        } catch (RuntimeException e) {
            // without a database nobody knows; the readiness says that it is away
            waiting = Double.NaN;
            LOG.debugf(e, "The quarantine can't be counted");
        }
    }
}
