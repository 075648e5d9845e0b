package galley.messaging;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the inbox shows of itself: counted is what has been committed. */
@ApplicationScoped
class InboxMetrics {
    private final MeterRegistry registry;
    private final TransactionSynchronizationRegistry transactions;

    InboxMetrics(MeterRegistry registry, TransactionSynchronizationRegistry transactions) {
        this.registry = registry;
        this.transactions = transactions;
    }

    /** Shows a group's figures from now on, though they are zero: rates need a beginning. */
    void show(String group) {
        handled(group);
        deadLetters(group);
    }

    /** An event was applied, if the current transaction commits. */
    void handled(String group, Duration time) {
        afterCommit(() -> handled(group).record(time));
    }

    /** An event was put aside, if the current transaction commits. */
    void putAside(String group) {
        afterCommit(() -> deadLetters(group).increment());
    }

    private void afterCommit(Runnable count) {
        transactions.registerInterposedSynchronization(new AfterCommit(count));
    }

    private Timer handled(String group) {
        return Timer.builder("galley.inbox.handled")
                .description("Events that were applied, and how long the service took for each")
                .tag("group", group)
                .register(registry);
    }

    private Counter deadLetters(String group) {
        return Counter.builder("galley.inbox.dead.letters")
                .description("Events that could not be handled and were put aside")
                .tag("group", group)
                .register(registry);
    }
}
