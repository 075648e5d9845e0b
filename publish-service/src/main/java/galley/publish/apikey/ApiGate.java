package galley.publish.apikey;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import galley.kit.problem.Problems;
import galley.publish.edition.Edition;
import galley.publish.rate.ApiConfig;
import galley.publish.rate.Rates;
import galley.publish.rate.Standing;

/**
 * Stands before the whole API: counts requests, and where somebody reads with a key, lets them see
 * the articles of its product alone.
 */
@Singleton
final class ApiGate {
    private static final String KEY = "X-API-Key";
    private static final String STANDING = Standing.class.getName();

    /** After all others, so that it has the last word on who may keep an answer. */
    private static final int LAST = 1_000;

    /** Filters are made before there are settings of the running service. */
    private final Provider<Readers> readers;

    private final Provider<Rates> rates;
    private final Provider<ApiConfig> config;
    private final Provider<Edition> edition;

    ApiGate(
            Provider<Readers> readers,
            Provider<Rates> rates,
            Provider<ApiConfig> config,
            Provider<Edition> edition) {
        this.readers = readers;
        this.rates = rates;
        this.config = config;
        this.edition = edition;
    }

    @ServerRequestFilter
    void enter(ContainerRequestContext request, ResourceInfo door, RoutingContext connection) {
        if (!request.getUriInfo().getPath().startsWith(Rates.API)) {
            return;
        }
        String key = request.getHeaderString(KEY);
        Optional<Reader> reader = key == null ? Optional.empty() : readers.get().find(key);
        count(request, reader, connection);
        if (key != null && reader.isEmpty()) {
            throw Problems.of(
                    401, "unknown-key", "Unknown key", "There is no such key, or no more.");
        }
        if (door.getResourceClass().isAnnotationPresent(PermitAll.class)) {
            if (reader.isEmpty() && !config.get().open()) {
                throw Problems.of(
                        401, "key-required", "A key is required", "Send one as " + KEY + ".");
            }
            reader.map(Reader::product).ifPresent(edition.get()::limitTo);
        }
    }

    private void count(
            ContainerRequestContext request, Optional<Reader> reader, RoutingContext connection) {
        Optional<Standing> standing =
                reader.isPresent()
                        ? Optional.of(rates.get().count(reader.get().key(), reader.get().rate()))
                        : rates.get().count(connection.request().remoteAddress().hostAddress());
        standing.ifPresent(it -> request.setProperty(STANDING, it));
        if (standing.isPresent() && !standing.get().allowed()) {
            throw Problems.of(
                    429,
                    "too-many-requests",
                    "Too many requests",
                    "Up to %d a minute; the header Retry-After says when to go on."
                            .formatted(standing.get().rate()));
        }
    }

    @ServerResponseFilter(priority = LAST)
    void leave(ContainerRequestContext request, ContainerResponseContext answer) {
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        if (request.getProperty(STANDING) instanceof Standing standing) {
            standing.tell(headers::putSingle);
            if (!standing.allowed()) {
                headers.putSingle(HttpHeaders.RETRY_AFTER, standing.seconds());
            }
        }
        if (answer.getStatus() == 401 && !headers.containsKey(HttpHeaders.WWW_AUTHENTICATE)) {
            headers.putSingle(HttpHeaders.WWW_AUTHENTICATE, KEY);
        }
        if (request.getHeaderString(KEY) != null
                || request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            String keep = String.valueOf(headers.getFirst(HttpHeaders.CACHE_CONTROL));
            headers.putSingle(HttpHeaders.CACHE_CONTROL, keep.replace("public", "private"));
        }
    }
}
