package galley.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which folders sources may have ({@code galley.folders.*}). */
@ConfigMapping(prefix = "galley.folders")
interface FolderConfig {

    /** The folder in which those of sources are. */
    Optional<Path> root();

    /** For how long a file must have been left alone before it is taken for whole. */
    @WithDefault("2s")
    Duration settle();
}
