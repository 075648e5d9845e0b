package galley.ingest.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How hubs reach this service ({@code galley.websub.*}). */
@ConfigMapping(prefix = "galley.websub")
interface WebSubConfig {

    /** The address of this service as hubs see it, such as https://ingest.example. */
    Optional<URI> callbackBase();

    /** For how long a subscription is asked for; hubs may grant another time. */
    @WithDefault("10d")
    Duration lease();
}
