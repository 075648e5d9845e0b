package galley.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import galley.localstack.TokenIssuer;

/** A source that imports a file. */
final class Importer {
    /** So that a part stays below 4 MiB. */
    private static final int ARTICLES_A_PART = 800;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI imports;
    private final String token;
    private String id = "";

    Importer(int port, TokenIssuer tokens) {
        this.imports = URI.create("http://127.0.0.1:" + port + "/v1/imports");
        this.token = tokens.issue("source", "archive", TokenIssuer.LIFE);
    }

    /** Sends a file of new articles. */
    void send(int articles) throws IOException, InterruptedException {
        var registered =
                send(
                        request("").header("Content-Type", "application/json"),
                        "POST",
                        "{\"name\": \"bench\", \"format\": \"ndjson\"}");
        id = registered.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "/$1");
        for (int first = 0; first < articles; first += ARTICLES_A_PART) {
            int count = Math.min(ARTICLES_A_PART, articles - first);
            send(
                    request("/parts/" + (first / ARTICLES_A_PART + 1)),
                    "PUT",
                    Articles.lines(first, count) + "\n");
        }
    }

    void start() throws IOException, InterruptedException {
        send(request("/start"), "POST", "");
    }

    boolean isOver() throws IOException, InterruptedException {
        return !state().contains("\"state\":\"running\"");
    }

    /** Fails unless all came in. */
    void check(int articles) throws IOException, InterruptedException {
        var state = state();
        if (!state.contains("\"state\":\"done\"") || !state.contains("\"new\":" + articles + ",")) {
            throw new IllegalStateException("The import is not as it should be: " + state);
        }
    }

    private String state() throws IOException, InterruptedException {
        return send(request(""), "GET", "");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(imports + id + path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request, String method, String body)
            throws IOException, InterruptedException {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var answer =
                http.send(
                        request.method(method, publisher).build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
