package galley.publish.purge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;

import galley.publish.Samples;

/**
 * A cache in front of the service. It keeps every answer for ever unless it is told to drop it;
 * what it drops it asks for anew at once, as a cache with many readers does.
 */
final class Cache implements AutoCloseable {
    private static final String SITE = "https://harbour-letter.example";

    /** How it finds what it has to drop. */
    enum Knowing {
        KEYS,
        ADDRESSES
    }

    /** An answer. */
    record Answer(int status, String body, Set<String> keys) {}

    private final Knowing knowing;
    private final Map<String, Answer> kept = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    Cache(Knowing knowing) {
        this.knowing = knowing;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::purge);
        server.start();
    }

    /** Where it wants to be told. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/purge";
    }

    /** What readers get from it. */
    Answer get(String path) {
        return kept.computeIfAbsent(path, this::fetch);
    }

    /** What readers would get without it. */
    Answer fetch(String path) {
        var address = URI.create("http://localhost:" + RestAssured.port + path);
        try {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(address).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            var keys = answer.headers().firstValue("Surrogate-Key").orElse("");
            // each request has its own
            var body = answer.body().replaceFirst("\"traceId\":\"[0-9a-f]+\"", "");
            return new Answer(answer.statusCode(), body, Set.of(keys.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void purge(HttpExchange exchange) throws IOException {
        try (exchange) {
            drop(Samples.JSON.readTree(exchange.getRequestBody()).path("data"));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void drop(JsonNode data) {
        Collection<String> dropped = new HashSet<>();
        if (knowing == Knowing.ADDRESSES) {
            texts(data.path("addresses"))
                    .forEach(address -> dropped.add(address.substring(SITE.length())));
        } else {
            var keys = texts(data.path("surrogateKeys"));
            kept.forEach(
                    (path, answer) -> {
                        if (answer.keys().stream().anyMatch(keys::contains)) {
                            dropped.add(path);
                        }
                    });
        }
        dropped.forEach(path -> kept.computeIfPresent(path, (it, _) -> fetch(it)));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
