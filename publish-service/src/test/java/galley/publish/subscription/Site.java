package galley.publish.subscription;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import galley.publish.Samples;

/** Another site's server, which takes webhooks; it answers 204 unless it is told otherwise. */
public final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Answer always = new Answer(204, Map.of());
    private volatile String refused;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** What came. */
    public record Call(Instant at, Map<String, List<String>> headers, String text) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        public JsonNode json() {
            try {
                return Samples.JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Checks the signature with the standard's own library. */
        public void verify(String secret) throws WebhookVerificationException {
            Map<String, List<String>> fields =
                    Map.of(
                            "webhook-id", List.of(header("Webhook-id")),
                            "webhook-timestamp", List.of(header("Webhook-timestamp")),
                            "webhook-signature", List.of(header("Webhook-signature")));
            new Webhook(secret).verify(text, HttpHeaders.of(fields, (_, _) -> true));
        }

        public String type() {
            return json().path("type").asText();
        }

        public String article() {
            return json().at("/data/articleId").asText();
        }
    }

    private record Answer(int status, Map<String, String> headers) {}

    public Site() {
        this(0);
    }

    private Site(int port) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Another server at the address of one that was closed. */
    public static Site at(String url) {
        return new Site(URI.create(url).getPort());
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers so once; headers are names and values in turn. */
    public Site first(int status, String... headers) {
        answers.add(new Answer(status, pairs(headers)));
        return this;
    }

    /** Answers so from now on. */
    public Site always(int status, String... headers) {
        always = new Answer(status, pairs(headers));
        return this;
    }

    /** Answers 500 to whatever holds this text. */
    public Site refuse(String text) {
        refused = text;
        return this;
    }

    /** Keeps every caller waiting until {@link #open}. */
    public Site shut() {
        gate = new CountDownLatch(1);
        return this;
    }

    public void open() {
        gate.countDown();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls about an article, in order. */
    public List<Call> calls(Object article) {
        return calls.stream().filter(it -> it.article().equals(article.toString())).toList();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
    }

    private static Map<String, String> pairs(String... headers) {
        return headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(Instant.now(), Map.copyOf(exchange.getRequestHeaders()), text));
            if (!gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            Answer next = answers.poll();
            Answer answer = next == null ? always : next;
            if (refused != null && text.contains(refused)) {
                answer = new Answer(500, Map.of());
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
