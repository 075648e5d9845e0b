package galley.kit.server;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Speaks HTTP/1.1 on a connection without TLS, also to a client that offers to change to HTTP/2 on
 * it, as Java's own does: now and then such a client never saw an answer that was sent at the very
 * moment of the change. RFC 9113 has given up that way to HTTP/2; under TLS it stays.
 */
@ApplicationScoped
class PlainConnections implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
