package galley.kit.media;

import java.nio.file.Path;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where pictures are kept ({@code galley.media.*}). */
@ConfigMapping(prefix = "galley.media")
interface MediaConfig {

    /** A folder that all services and all replicas share. */
    @WithDefault("media")
    Path folder();
}
