package galley.publish.edition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures how long readers wait for a version: from editorial's decision to the commit here. */
@ApplicationScoped
class ReleaseToLive {
    private final Timer timer;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    ReleaseToLive(
            MeterRegistry meters, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.timer =
                Timer.builder("galley.publish.release.to.live")
                        .description("From the decision to release to the commit in the edition")
                        .publishPercentileHistogram()
                        .register(meters);
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Measures once the current transaction has committed.
     *
     * @param decided when editorial decided
     */
    void measure(Instant decided) {
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {
                        // only the outcome counts
                    }

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            timer.record(Duration.between(decided, clock.instant()));
                        }
                    }
                });
    }
}
