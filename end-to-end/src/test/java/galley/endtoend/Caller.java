package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Somebody who talks to one service over HTTP, with a token or without. */
final class Caller {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI service;
    private final String token;

    /** {@code token} is null for somebody without one. */
    Caller(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    Answer get(String path, String accept) {
        return send("GET", path, null, Map.of("Accept", accept));
    }

    Answer get(String path) {
        return get(path, "application/json");
    }

    Answer get(String path, Map<String, String> headers) {
        return send("GET", path, null, headers);
    }

    /**
     * Everything in a list, whatever the number of its pages.
     *
     * @param path with a query or without
     */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String start = path + (path.contains("?") ? "&" : "?") + "limit=100";
        String next = start;
        while (next != null) {
            var page = get(next).json();
            page.path("items").forEach(items::add);
            var cursor = page.path("next");
            next = cursor.isTextual() ? start + "&cursor=" + cursor.asText() : null;
        }
        return items;
    }

    /**
     * Sends a body, any object that becomes JSON; throws {@link UncheckedIOException} when away.
     */
    Answer post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    /** Sends a file as it is. */
    Answer upload(String path, byte[] file, String type) {
        return upload("POST", path, file, type);
    }

    /** Sends a file as it is, with another method than POST. */
    Answer upload(String method, String path, byte[] file, String type) {
        return exchange(
                method,
                path,
                HttpRequest.BodyPublishers.ofByteArray(file),
                Map.of("Content-Type", type));
    }

    /** Sends a body that takes the place of what is there. */
    Answer put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends a JSON Merge Patch (RFC 7396). */
    Answer patch(String path, Object body, Map<String, String> headers) {
        return send("PATCH", path, body, headers);
    }

    private Answer send(String method, String path, Object body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        return exchange(method, path, publisher(body), all);
    }

    private Answer exchange(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            Map<String, String> headers) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(method, body);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Object body) {
        try {
            return body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            var json =
                    type.contains("json")
                            ? JSON.readTree(response.body())
                            : MissingNode.getInstance();
            return new Answer(response.statusCode(), response.headers(), response.body(), json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
