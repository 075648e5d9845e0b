package galley.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the outbox ({@code galley.outbox.*}). */
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
}
