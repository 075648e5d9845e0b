package galley.publish.ready;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many answers are kept ready ({@code galley.publish.ready.*}). */
@ConfigMapping(prefix = "galley.publish.ready")
interface ReadyConfig {

    /** How much memory they may take; 0 keeps none. */
    @WithDefault("64M")
    MemorySize size();
}
