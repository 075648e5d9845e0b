package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Somebody else's site with one feed, which knows conditional requests. */
final class FeedSite implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger unchanged = new AtomicInteger();
    private volatile byte[] feed;
    private volatile String etag;

    FeedSite(InetAddress host, String feed) {
        publish(feed);
        try {
            server = HttpServer.create(new InetSocketAddress(host, 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/feed", this::answer);
        server.start();
    }

    /** Puts another feed in the place of the one before. */
    void publish(String feed) {
        this.feed = feed.getBytes(UTF_8);
        this.etag = "\"" + Integer.toHexString(feed.hashCode()) + "\"";
    }

    URI address() {
        var listens = server.getAddress();
        return URI.create(
                "http://%s:%d/feed"
                        .formatted(listens.getAddress().getHostAddress(), listens.getPort()));
    }

    /** How often the site could answer that nothing has changed. */
    int unchanged() {
        return unchanged.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                unchanged.incrementAndGet();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
