package galley.publish.stream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How streams are kept ({@code galley.stream.*}). */
@ConfigMapping(prefix = "galley.stream")
interface StreamConfig {

    /** How often a silent stream shows that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After what time a client comes back whose stream has ended. */
    @WithDefault("3s")
    Duration retry();
}
