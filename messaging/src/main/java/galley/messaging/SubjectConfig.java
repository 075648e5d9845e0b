package galley.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What the keys of a service's events name, for logs and traces ({@code galley.subject.*}): an
 * event is about its key.
 */
@ConfigMapping(prefix = "galley.subject")
public interface SubjectConfig {

    /** The attribute of spans, unless a service has its own name for it. */
    String SPAN_ATTRIBUTE = "galley.subject";

    /** The field of log lines that has the key. */
    @WithDefault("subject")
    String logField();

    /** The attribute of an event's spans that has the key. */
    @WithDefault(SPAN_ATTRIBUTE)
    String spanAttribute();
}
