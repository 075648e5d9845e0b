package galley.publish.page;

import java.util.Map;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows problems as pages to those who ask for pages; the API's stay what they are. */
final class ProblemPages {
    private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    void show(ContainerRequestContext request, ContainerResponseContext answer) {
        if (PROBLEM.equals(answer.getMediaType())
                && answer.getEntity() instanceof Map<?, ?> problem
                && !request.getUriInfo().getPath().startsWith("/v1/")
                && likesPagesBest(request)) {
            var page =
                    answer.getStatus() == 404
                            ? pages.missing()
                            : pages.problem(
                                    answer.getStatus(),
                                    (String) problem.get("title"),
                                    (String) problem.get("detail"));
            page.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
            answer.setEntity(page.getEntity(), null, page.getMediaType());
        }
    }

    private static boolean likesPagesBest(ContainerRequestContext request) {
        try {
            return MediaType.TEXT_HTML_TYPE.equals(request.getAcceptableMediaTypes().getFirst());
        } catch (BadRequestException | IllegalArgumentException _) {
            return false; // an Accept that is none
        }
    }
}
