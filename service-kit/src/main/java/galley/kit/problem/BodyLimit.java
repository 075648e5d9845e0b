package galley.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body that is announced to be over its limit with a problem. The platform does so as
 * well, but without a word, and knows one limit only.
 */
@ApplicationScoped
final class BodyLimit {
    /** Before the platform's own check. */
    private static final int EARLY = 1_000;

    private final BodySizes sizes;
    private final ObjectMapper json;

    BodyLimit(BodySizes sizes, ObjectMapper json) {
        this.sizes = sizes;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        long maxBytes = sizes.limit(request).orElse(Long.MAX_VALUE);
        if (declaredLength(request) <= maxBytes) {
            request.next();
            return;
        }
        var problem = Problems.tooLarge("The body is too large.", maxBytes);
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Connection", "close")
                .end(text(problem, request.normalizedPath()));
    }

    private String text(Problem problem, String path) {
        try {
            return json.writeValueAsString(problem.body(path, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long declaredLength(RoutingContext request) {
        var length = request.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
