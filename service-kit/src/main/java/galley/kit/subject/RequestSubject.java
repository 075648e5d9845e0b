package galley.kit.subject;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;

import io.opentelemetry.api.trace.Span;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Names what a request is about in its span and in all that is logged while it is served. Both
 * belong to the request, and end with it.
 */
@Singleton
final class RequestSubject {
    private static final int UUID_LENGTH = 36;

    /** Filters are made before there are settings of the running service. */
    private final Provider<SubjectConfig> settings;

    RequestSubject(Provider<SubjectConfig> settings) {
        this.settings = settings;
    }

    @ServerRequestFilter
    void name(UriInfo uri) {
        var config = settings.get();
        config.path()
                .flatMap(prefix -> idAfter(prefix, uri.getPath()))
                .ifPresent(
                        id -> {
                            MDC.put(config.logField(), id);
                            Span.current().setAttribute(config.spanAttribute(), id);
                        });
    }

    /** Only what is an id: a path may have anything in it, and logs are read by programs. */
    private static Optional<String> idAfter(String prefix, String path) {
        int end = prefix.length() + UUID_LENGTH;
        boolean isThatLong =
                path.startsWith(prefix)
                        && path.length() >= end
                        && (path.length() == end || path.charAt(end) == '/');
        try {
            return isThatLong
                    ? Optional.of(UUID.fromString(path.substring(prefix.length(), end)).toString())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
