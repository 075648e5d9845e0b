package galley.editorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
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

    private Api(String token) {
        this.token = token;
    }

    public static Api as(String role, String name) {
        return new Api(Tokens.of(role, name));
    }

    public static Api asNobody() {
        return new Api(null);
    }

    public static Api withToken(String token) {
        return new Api(token);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Begins an article with a headline of its own; answers its id. */
    public String create(String headline) {
        Answer answer =
                post("/v1/articles", "{\"headline\": \"%s\"}".formatted(headline)).expect(201);
        return answer.json().path("id").asText();
    }

    /** Takes a decision on the article as it is now. */
    public Answer decide(String id, String step, String body) {
        String etag = get("/v1/articles/" + id).expect(200).header("ETag");
        return post("/v1/articles/" + id + "/" + step, body, "If-Match", etag);
    }

    /** Changes some of the article as it is now. */
    public Answer patch(String id, String patch) {
        String etag = get("/v1/articles/" + id).expect(200).header("ETag");
        return send(
                "PATCH",
                "/v1/articles/" + id,
                patch,
                "If-Match",
                etag,
                "Content-Type",
                "application/merge-patch+json");
    }

    public Answer send(String method, String path, String body, String... headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept", "application/json");
        if (body != null) {
            all.put("Content-Type", "application/json");
        }
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::header);
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
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
                throw new AssertionError(
                        "%s %s answered %d, not %d: %s"
                                .formatted(
                                        response.request().method(),
                                        response.uri(),
                                        status(),
                                        status,
                                        response.body()));
            }
            return this;
        }

        /** Expects a problem; answers its body. */
        public JsonNode problem(int status, String name) {
            expect(status);
            JsonNode problem = json();
            boolean isOne =
                    "application/problem+json".equals(header("Content-Type"))
                            && problem.path("status").asInt() == status
                            && problem.path("type").asText().equals("urn:galley:problem:" + name);
            if (!isOne) {
                throw new AssertionError("Not the problem " + name + ": " + response.body());
            }
            return problem;
        }
    }
}
