package galley.benchmarks.editorial;

import java.io.IOException;
import java.net.URLEncoder;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

import galley.localstack.TokenIssuer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Somebody at the desk, over HTTP; any number of threads. A client that works on the thread that
 * asks, so that the processors are the service's.
 */
final class Colleague {
    private static final int CONNECTIONS = 16;

    private final HttpClient http =
            HttpClients.custom()
                    .setConnectionManager(
                            PoolingHttpClientConnectionManagerBuilder.create()
                                    .setMaxConnPerRoute(CONNECTIONS)
                                    .build())
                    .disableContentCompression()
                    .build();
    private final String service;
    private final String token;

    Colleague(int port, TokenIssuer tokens, String role, String name) {
        this.service = "http://127.0.0.1:" + port;
        this.token = tokens.issue(role, name, TokenIssuer.LIFE);
    }

    /** Gets what is at an address; answers the body. */
    String get(String path) throws IOException {
        return send(ClassicRequestBuilder.get(service + path), 200).body();
    }

    /** Writes an article; answers its id. */
    String create(String article) throws IOException {
        var request = ClassicRequestBuilder.post(service + "/v1/articles").setEntity(json(article));
        String location = send(request, 201).location();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /**
     * Takes a decision.
     *
     * @param revision the article's
     */
    void decide(String id, String step, int revision) throws IOException {
        decide(id, step, revision, "{}");
    }

    /**
     * Takes a decision.
     *
     * @param revision the article's
     * @param terms of the decision, as JSON
     */
    void decide(String id, String step, int revision, String terms) throws IOException {
        var request =
                ClassicRequestBuilder.post(service + "/v1/articles/" + id + "/" + step)
                        .addHeader("If-Match", "\"" + revision + "\"")
                        .setEntity(json(terms));
        send(request, 200);
    }

    /** A query parameter's value as an address has it. */
    static String parameter(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private static StringEntity json(String text) {
        return new StringEntity(text, ContentType.APPLICATION_JSON);
    }

    private Answer send(ClassicRequestBuilder request, int expected) throws IOException {
        ClassicHttpRequest asked = request.addHeader("Authorization", "Bearer " + token).build();
        return http.execute(asked, answer -> expect(expected, asked, answer));
    }

    private static Answer expect(int status, ClassicHttpRequest asked, ClassicHttpResponse answer)
            throws IOException, HttpException {
        String body = EntityUtils.toString(answer.getEntity());
        if (answer.getCode() != status) {
            throw new IllegalStateException(asked.getRequestUri() + " answered " + body);
        }
        var location = answer.getFirstHeader("Location");
        return new Answer(location == null ? null : location.getValue(), body);
    }

    private record Answer(String location, String body) {}
}
