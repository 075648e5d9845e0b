package galley.publish.site;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the publication is called and where readers find it. */
@ConfigMapping(prefix = "galley.site")
public interface SiteConfig {
    /** The publication's name, as pages and feeds show it. */
    @WithDefault("Galley")
    String title();

    /** One sentence about the publication; the title where it is not set. */
    Optional<String> description();

    /** BCP 47 language of the publication itself; an article has its own. */
    @WithDefault("en")
    String language();

    /** The public address of this service, without a path of its own, for absolute links. */
    @WithDefault("http://127.0.0.1:8083")
    URI baseUrl();

    /**
     * A folder with the publication's own look (docs/publishing/site.md); none for the built-in.
     */
    Optional<Path> theme();
}
