package galley.publish.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import galley.publish.ready.SurrogateKeys;

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
            // what may be kept for longer shows no article
            if (!headers.containsKey(SurrogateKeys.HEADER)) {
                headers.putSingle(SurrogateKeys.HEADER, SurrogateKeys.EDITION);
            }
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
    }
}
