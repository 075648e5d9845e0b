package galley.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Runs the relay and the housekeeping as long as the service runs. */
@ApplicationScoped
class MessagingLifecycle {
    private static final Logger LOG = Logger.getLogger(MessagingLifecycle.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(10);

    private final OutboxConfig outboxConfig;
    private final InboxConfig inboxConfig;
    private final EventHandlers handlers;
    private final OutboxMetrics metrics;
    private final DeadLetterMetrics deadLetters;
    private final InboxMetrics inboxMetrics;
    private final List<Subscription> subscriptions;
    private final BrokerWatch broker;
    private final AgroalDataSource connections;
    private final Housekeeping housekeeping;
    private final OutboxRelay relay;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("galley-housekeeping").daemon().factory());

    MessagingLifecycle(
            AgroalDataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig outboxConfig,
            InboxConfig inboxConfig,
            EventHandlers handlers,
            InboxMetrics inboxMetrics,
            SubjectConfig subject,
            Config config,
            MeterRegistry registry,
            OpenTelemetry openTelemetry) {
        this.outboxConfig = outboxConfig;
        this.inboxConfig = inboxConfig;
        this.handlers = handlers;
        this.metrics = new OutboxMetrics(registry);
        this.deadLetters = new DeadLetterMetrics(registry);
        this.inboxMetrics = inboxMetrics;
        this.subscriptions = Subscription.of(config);
        this.broker = new BrokerWatch(kafka, subscriptions, registry);
        this.connections = OwnConnections.like(dataSource);
        this.housekeeping = new Housekeeping(connections);
        this.relay =
                new OutboxRelay(
                        connections,
                        kafka,
                        outboxConfig,
                        metrics,
                        subject.spanAttribute(),
                        openTelemetry.getTracer("galley.messaging"));
    }

    /** Says that an event has been committed. */
    void wake(Lane lane, String key) {
        relay.wake(lane, key);
    }

    /** What waited in the outbox when it was last counted. */
    OutboxBacklog backlog() {
        return metrics.backlog();
    }

    /** Whether the broker answered when it was last asked. */
    boolean isBrokerAnswering() {
        return broker.isAnswering();
    }

    /** Whether the relay, once started, has come to an end. */
    boolean hasRelayEnded() {
        return relay.hasEnded();
    }

    void start(@Observes StartupEvent event) {
        subscriptions.forEach(each -> inboxMetrics.show(each.group()));
        every(LOOK_INTERVAL, broker::look);
        if (!outboxConfig.relayEnabled()) {
            return;
        }
        relay.start();
        every(LOOK_INTERVAL, () -> metrics.backlog(housekeeping.backlog()));
        every(
                LOOK_INTERVAL,
                () -> deadLetters.waiting(handlers.groups(), housekeeping.waitingLetters()));
        every(outboxConfig.purgeInterval(), this::purge);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
        relay.close();
        broker.close();
        connections.close();
    }

    private void purge() throws SQLException {
        Instant now = Instant.now();
        int sent = housekeeping.purgeOutbox(now, outboxConfig.retention());
        int applied = housekeeping.purgeInbox(now, inboxConfig.retention());
        int letters = housekeeping.purgeDeadLetters(now, inboxConfig.retention());
        LOG.debugf(
                "Removed %d old rows of the outbox, %d of the inbox and %d dead letters",
                sent, applied, letters);
    }

    private void every(Duration interval, Chore chore) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> {
                            try {
                                chore.run();
                            } catch (SQLException | RuntimeException e) {
                                LOG.debugf(e, "Housekeeping is tried again in %s", interval);
                            }
                        },
                        0,
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private interface Chore {
        void run() throws SQLException;
    }
}
