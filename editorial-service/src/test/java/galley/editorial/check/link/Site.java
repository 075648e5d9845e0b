package galley.editorial.check.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A site on loopback whose pages answer as a test says, and that remembers who asked what. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Site() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The address of a page here. */
    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** A page answers with this status, whatever the method. */
    String answers(String path, int status) {
        statuses.put(path, status);
        return at(path);
    }

    /** A page answers this to a method. */
    String answers(String method, String path, int status) {
        statuses.put(method + " " + path, status);
        return at(path);
    }

    /** All requests so far, such as {@code HEAD /page}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String request = exchange.getRequestMethod() + " " + path;
            requests.add(request);
            int status = statuses.getOrDefault(request, statuses.getOrDefault(path, 404));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/target");
            }
            boolean body = status == 200 && exchange.getRequestMethod().equals("GET");
            exchange.sendResponseHeaders(status, body ? 200_000 : -1);
            if (body) {
                exchange.getResponseBody().write(new byte[200_000]);
            }
        }
    }
}
