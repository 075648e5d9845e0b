package galley.kit.subject;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How logs and traces name what a request is about ({@code galley.subject.*}). */
@ConfigMapping(prefix = "galley.subject")
public interface SubjectConfig {

    /** The field of log lines that has its id. */
    @WithDefault("subject")
    String logField();

    /** The attribute of the request's span that has its id. */
    @WithDefault("galley.subject")
    String spanAttribute();

    /**
     * The start of the paths of such requests, such as {@code /v1/articles/}: the id follows. None
     * is about anything where it is missing.
     */
    Optional<String> path();
}
