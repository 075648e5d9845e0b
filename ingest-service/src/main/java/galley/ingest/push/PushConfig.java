package galley.ingest.push;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of pushes ({@code galley.push.*}). */
@ConfigMapping(prefix = "galley.push")
public interface PushConfig {

    /** How long the answer to a push with an Idempotency-Key is remembered. */
    @WithDefault("48h")
    Duration idempotencyRetention();
}
