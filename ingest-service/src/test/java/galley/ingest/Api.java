package galley.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.config.ConfigProvider;

import galley.testkit.Tokens;

/** Calls the service under test as somebody, over HTTP. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String token;
    private final String service;

    private Api(String token) {
        this.token = token;
        // Read here: threads that a test starts have no access to its configuration.
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        this.service = "http://127.0.0.1:" + port;
    }

    /** As somebody with a role. */
    public static Api as(String role, String name) {
        return new Api(Tokens.of(role, name));
    }

    /** Without a token. */
    public static Api asNobody() {
        return new Api(null);
    }

    /** Registers a source that is polled so rarely that no poll comes between; answers its id. */
    public String register(URI feed) {
        return register(feed, "P1D");
    }

    /** Registers a source; answers its id. */
    public String register(URI feed, String pollEvery) {
        var source =
                """
                {"name": "A feed", "format": "auto", "url": "%s", "pollEvery": "%s"}\
                """
                        .formatted(feed, pollEvery);
        return post("/v1/sources", source).expect(201).json().path("id").asText();
    }

    /** Fetches a source by hand, which must succeed; answers its counts as they are written. */
    public String fetch(String source) {
        return post("/v1/sources/" + source + "/fetch", null).expect(200).text();
    }

    /** All that a list holds, page by page. */
    public List<JsonNode> all(String path) {
        return all(path, "");
    }

    /** All that a list holds under further query parameters, page by page. */
    public List<JsonNode> all(String path, String query) {
        var all = new ArrayList<JsonNode>();
        var page = get(path + "?limit=100&" + query).expect(200).json();
        page.path("items").forEach(all::add);
        while (!page.path("next").isNull()) {
            var next = page.path("next").asText();
            page = get(path + "?limit=100&" + query + "&cursor=" + next).expect(200).json();
            page.path("items").forEach(all::add);
        }
        return all;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, (byte[]) null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer postBytes(String path, byte[] body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer putBytes(String path, byte[] body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, (byte[]) null, headers);
    }

    private Answer send(String method, String path, String body, String... headers) {
        var bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
        return send(method, path, bytes, headers);
    }

    private Answer send(String method, String path, byte[] body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        var request =
                HttpRequest.newBuilder(URI.create(service + path))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        all.forEach(request::header);
        try {
            return new Answer(
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Answer expect(int status) {
            if (status() != status) {
                var request = response.request();
                throw new AssertionError(
                        "%s %s answered %d, not %d: %s"
                                .formatted(
                                        request.method(), request.uri(), status(), status, text()));
            }
            return this;
        }

        /** Expects a problem; answers its body. */
        public JsonNode problem(int status, String name) {
            expect(status);
            var problem = json();
            boolean isOne =
                    "application/problem+json".equals(header("Content-Type"))
                            && problem.path("status").asInt() == status
                            && problem.path("type").asText().equals("urn:galley:problem:" + name);
            if (!isOne) {
                throw new AssertionError("Not the problem " + name + ": " + text());
            }
            return problem;
        }

        /** Expects a 422; answers the fields that it names. */
        public List<String> wrongFields() {
            return problem(422, "unprocessable").path("errors").findValuesAsText("field");
        }
    }
}
