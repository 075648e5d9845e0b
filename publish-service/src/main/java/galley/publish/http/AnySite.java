package galley.publish.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Lets the pages of any site read (CORS, as the Fetch Standard has it). Answers say so whoever
 * asked, and the same to everybody: a cache in front gives them to other sites as well.
 */
@ApplicationScoped
class AnySite {
    /** Also on what is ready. */
    private static final int FIRST = 3_000;

    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final String A_DAY = "86400";

    void register(@Observes Filters filters) {
        filters.register(AnySite::allow, FIRST);
    }

    private static void allow(RoutingContext routing) {
        var asked = routing.request();
        var answer = routing.response();
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        answer.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
        if (asked.method().equals(HttpMethod.OPTIONS)
                && asked.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
            var headers = asked.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
            if (headers != null) {
                answer.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
            }
            answer.setStatusCode(204).end();
        } else {
            routing.next();
        }
    }
}
