package galley.messaging;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the outbox and its relay ({@code galley.outbox.*}). */
@ConfigMapping(prefix = "galley.outbox")
public interface OutboxConfig {

    /**
     * The {@code source} of this service's events, a URI reference such as {@code
     * /galley/editorial}.
     */
    @WithDefault("/galley/${quarkus.application.name}")
    String source();

    /** What a record may take with its headers, in bytes; leaves room for dead-letter headers. */
    @WithDefault("1000000")
    int maxRecordSize();

    /** Whether this process sends what its database's outbox holds. */
    @WithDefault("true")
    boolean relayEnabled();

    /** How often the relay looks for rows that nobody woke it for: those of a killed replica. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How many records may be in flight. */
    @WithDefault("500")
    int batchSize();

    /** How many bulk records may be in flight; what is live waits for at most that many. */
    @WithDefault("50")
    int bulkBatchSize();

    /**
     * How long the relay waits for the broker's answer before it starts over with a new producer.
     */
    @WithDefault("30s")
    Duration ackTimeout();

    /** How long a row is kept after it was sent. */
    @WithDefault("7d")
    Duration retention();

    /** How often old rows of outbox and inbox are removed. */
    @WithDefault("10m")
    Duration purgeInterval();
}
