package galley.benchmarks.editorial;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import galley.localstack.TokenIssuer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Somebody at the desk, over HTTP. */
final class Colleague {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final String token;

    Colleague(int port, TokenIssuer tokens, String role, String name) {
        this.service = "http://127.0.0.1:" + port;
        this.token = tokens.issue(role, name, TokenIssuer.LIFE);
    }

    /** Gets what is at an address; answers the body. */
    String get(String path) throws IOException, InterruptedException {
        return expect(200, send(request(path).GET().build())).body();
    }

    /** Writes an article; answers its id. */
    String create(String article) throws IOException, InterruptedException {
        var request = request("/v1/articles").POST(HttpRequest.BodyPublishers.ofString(article));
        String location = expect(201, send(request.build())).headers().firstValue("Location").get();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /**
     * Takes a decision.
     *
     * @param revision the article's
     */
    void decide(String id, String step, int revision) throws IOException, InterruptedException {
        decide(id, step, revision, "{}");
    }

    /**
     * Takes a decision.
     *
     * @param revision the article's
     * @param terms of the decision, as JSON
     */
    void decide(String id, String step, int revision, String terms)
            throws IOException, InterruptedException {
        var request =
                request("/v1/articles/" + id + "/" + step)
                        .header("If-Match", "\"" + revision + "\"")
                        .POST(HttpRequest.BodyPublishers.ofString(terms));
        expect(200, send(request.build()));
    }

    /** A query parameter's value as an address has it. */
    static String parameter(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.body());
        }
        return answer;
    }
}
