package galley.publish.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer says, problems and redirects included. */
final class EveryAnswer {
    /**
     * Some errors and redirects may be kept without asking again unless they say otherwise; here
     * what is missing may come, and what is gone may have a new notice.
     */
    @ServerResponseFilter
    void complete(ContainerResponseContext answer) {
        var headers = answer.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, Answers.CACHE_CONTROL);
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
    }
}
