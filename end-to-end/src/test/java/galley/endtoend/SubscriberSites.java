package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The servers of other sites, each of which subscribes to all that is published. */
final class SubscriberSites implements AutoCloseable {
    private static final long SLOWNESS_MILLIS = 1_000;
    private static final int NO_CONTENT = 204;
    private static final int UNAVAILABLE = 503;

    private final List<Subscriber> subscribers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String host;
    private final int deadPort;

    /** Starts the servers, and subscribes. */
    SubscriberSites(Platform platform, List<Subscriber> subscribers) {
        this.subscribers = subscribers;
        this.host = platform.reachableHost().getHostAddress();
        try {
            server = HttpServer.create(new InetSocketAddress(platform.reachableHost(), 0), 0);
            deadPort = portOfNobody(platform.reachableHost());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        for (int i = 0; i < subscribers.size(); i++) {
            subscribe(platform, i);
        }
    }

    /** What a subscriber is called in the platform's reports. */
    static String name(int number) {
        return "Site " + number;
    }

    private void subscribe(Platform platform, int number) {
        var subscriber = subscribers.get(number);
        boolean away = subscriber.manner() == Subscriber.Manner.AWAY;
        int port = away ? deadPort : server.getAddress().getPort();
        var settings =
                Map.of(
                        "name", name(number),
                        "url", "http://%s:%d/%d".formatted(host, port, number));
        var answer =
                platform.caller("publish", "subscriber", name(number))
                        .post("/v1/subscriptions", settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        subscriber.isTold(answer.json().path("secret").asText());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            var subscriber = subscribers.get(number);
            var text = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (subscriber.manner() == Subscriber.Manner.SLOW) {
                closed.await(SLOWNESS_MILLIS, TimeUnit.MILLISECONDS);
            } else if (subscriber.manner() == Subscriber.Manner.SILENT) {
                closed.await();
            }
            if (subscriber.manner().isAlive()) {
                subscriber.take(exchange.getRequestHeaders(), text);
                exchange.sendResponseHeaders(NO_CONTENT, -1);
            } else {
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int portOfNobody(InetAddress host) throws IOException {
        try (var socket = new ServerSocket(0, 1, host)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
