package galley.publish.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Another site that subscribes: a server of its own, which answers as a test wants it. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Map<String, String>> questions = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();

    /** Whether it meant what is asked for in its name. */
    volatile boolean agrees = true;

    /** The status by which it answers questions. */
    volatile int questionStatus = 200;

    /** The status by which it answers what is sent. */
    volatile int status = 204;

    /** What it waits for before it answers what is sent. */
    volatile CountDownLatch wait = new CountDownLatch(0);

    /** What was sent. */
    record Sent(Headers headers, String body) {}

    Site() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/callback", this::answer);
        server.createContext(
                "/elsewhere",
                exchange -> {
                    elsewhere.add(exchange.getRequestMethod());
                    answer(exchange, 200, parameters(exchange.getRequestURI()));
                });
        server.start();
    }

    /** Where it wants to be called. */
    String callback() {
        return address("/callback?its=own");
    }

    /** What it was asked, oldest first. */
    List<Map<String, String>> questions() {
        return List.copyOf(questions);
    }

    /** What it was sent, oldest first. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** How its other address was called. */
    List<String> elsewhere() {
        return List.copyOf(elsewhere);
    }

    @Override
    public void close() {
        wait.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            var question = parameters(exchange.getRequestURI());
            questions.add(question);
            answer(exchange, questionStatus, question);
            return;
        }
        var body = exchange.getRequestBody().readAllBytes();
        sent.add(new Sent(exchange.getRequestHeaders(), new String(body, StandardCharsets.UTF_8)));
        int answer = status;
        try {
            wait.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (answer / 100 == 3) {
            exchange.getResponseHeaders().set("Location", address("/elsewhere"));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, Map<String, String> question)
            throws IOException {
        var challenge = agrees ? question.getOrDefault("hub.challenge", "") : "no";
        if (status / 100 == 3) {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            address("/elsewhere?" + exchange.getRequestURI().getRawQuery()));
        }
        var body = challenge.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            var both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
