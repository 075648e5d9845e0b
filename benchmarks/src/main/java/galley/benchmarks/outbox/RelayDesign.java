package galley.benchmarks.outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.SmallRyeConfigBuilder;

import galley.messaging.Lane;
import galley.messaging.OutboxConfig;
import galley.messaging.OutboxRelay;

/** Our relay over the outbox table, as the services run it and with their settings. */
final class RelayDesign implements Design {

    /** How a relay learns of a commit. */
    enum Wakeup {
        /** From the writer, in the same process. */
        CALL,
        /** From the database, as one in another process would. */
        NOTIFY,
        /** By looking, as one in another process does. */
        POLL
    }

    private static final OutboxConfig SETTINGS =
            new SmallRyeConfigBuilder()
                    .addDiscoveredConverters()
                    .withDefaultValue("quarkus.application.name", "benchmarks")
                    .withMapping(OutboxConfig.class)
                    .build()
                    .getConfigMapping(OutboxConfig.class);

    private final FreshOutbox outbox;
    private final int replicas;
    private final Wakeup wakeup;
    private final List<OutboxRelay> relays = new ArrayList<>();
    private Notifications notifications;

    /**
     * @param replicas how many relays share the work; a commit wakes one of them
     */
    RelayDesign(FreshOutbox outbox, int replicas, Wakeup wakeup) throws SQLException {
        this.outbox = outbox;
        this.replicas = replicas;
        this.wakeup = wakeup;
        if (wakeup == Wakeup.NOTIFY) {
            outbox.execute(Notifications.TRIGGER);
        }
    }

    @Override
    public void start() throws SQLException {
        for (int replica = 0; replica < replicas; replica++) {
            OutboxRelay relay =
                    new OutboxRelay(
                            outbox.connections(),
                            Map.of("bootstrap.servers", outbox.bootstrapServers()),
                            SETTINGS,
                            new SimpleMeterRegistry(),
                            OpenTelemetry.noop());
            relay.start();
            relays.add(relay);
        }
        if (wakeup == Wakeup.NOTIFY) {
            notifications = new Notifications(outbox.connections(), this::wake);
        }
    }

    @Override
    public void committed(String key) {
        if (wakeup == Wakeup.CALL) {
            wake(key);
        }
    }

    private void wake(String key) {
        // While it is stopped there is nobody to wake.
        if (!relays.isEmpty()) {
            relays.get(Math.floorMod(Thread.currentThread().threadId(), relays.size()))
                    .wake(Lane.LIVE, key);
        }
    }

    @Override
    public void stop() throws SQLException {
        if (notifications != null) {
            notifications.close();
            notifications = null;
        }
        relays.forEach(OutboxRelay::close);
        relays.clear();
    }
}
