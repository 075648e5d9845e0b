package galley.benchmarks.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import galley.localstack.TokenIssuer;

/** A source that pushes. */
final class Pusher {
    /** How many articles a request has. */
    static final int ARTICLES = 500;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI items;
    private final String token;
    private int pushed;

    Pusher(int port, TokenIssuer tokens) {
        this.items = URI.create("http://127.0.0.1:" + port + "/v1/items");
        this.token = tokens.issue("source", "bench", TokenIssuer.LIFE);
    }

    /** Pushes new articles; answers how many went in a second. */
    double push(int requests) throws IOException, InterruptedException {
        return perSecond(requests, items, 201);
    }

    /** Has new articles checked; answers how many were in a second. */
    double check(int requests) throws IOException, InterruptedException {
        return perSecond(requests, URI.create(items + "?dryRun=true"), 200);
    }

    private double perSecond(int requests, URI address, int status)
            throws IOException, InterruptedException {
        long nanos = 0;
        for (int i = 0; i < requests; i++) {
            var body = Articles.lines(pushed, ARTICLES);
            pushed += ARTICLES;
            long begin = System.nanoTime();
            var answer = send(address, body);
            nanos += System.nanoTime() - begin;
            expect(answer, status);
        }
        return requests * ARTICLES / (nanos / 1e9);
    }

    private HttpResponse<String> send(URI address, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(HttpResponse<String> answer, int status) {
        var text = answer.body();
        var mark = "\"status\":" + status;
        int found = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            found++;
        }
        if (answer.statusCode() != 200 || found != ARTICLES) {
            throw new IllegalStateException(
                    "answered %d, with %d of %d as expected: %s"
                            .formatted(
                                    answer.statusCode(),
                                    found,
                                    ARTICLES,
                                    text.substring(0, Math.min(500, text.length()))));
        }
    }
}
