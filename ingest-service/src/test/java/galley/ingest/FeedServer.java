package galley.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A site on loopback that answers as a test tells it, and remembers who asked what. */
public final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private volatile HttpHandler handler = exchange -> answer(exchange, 404, new byte[0]);

    /** A server on a free port. */
    public FeedServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address of a path here. */
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The address of the feed. */
    public URI feed() {
        return at("/feed.xml");
    }

    /** Answers every request with this document from now on; headers are names and values. */
    public void serves(String document, String... headers) {
        serves(document.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Answers every request with these bytes from now on. */
    public void serves(byte[] document, String... headers) {
        answers(200, document, headers);
    }

    /** Answers every request with this status from now on. */
    public void answers(int status, byte[] body, String... headers) {
        handler =
                exchange -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
                    }
                    answer(exchange, status, body);
                };
    }

    /** Answers every request in the test's own way from now on. */
    public void handles(HttpHandler own) {
        handler = own;
    }

    /** The headers of all requests so far. */
    public List<Headers> requests() {
        return List.copyOf(requests);
    }

    /** Sends an answer. */
    public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestHeaders());
            handler.handle(exchange);
        }
    }
}
