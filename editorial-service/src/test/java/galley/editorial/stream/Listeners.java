package galley.editorial.stream;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.ConfigProvider;

import galley.testkit.SseListener;

/** Opens streams of the service. */
final class Listeners {
    private Listeners() {}

    /** Listens with a token; headers are names and values. */
    static SseListener open(String token, String query, String... headers) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        return SseListener.open(
                URI.create("http://127.0.0.1:" + port + "/v1/stream" + query),
                Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
                        .toArray(String[]::new));
    }

    /** What changes a listener was told, such as {@code submit}. */
    static List<String> steps(SseListener listener) {
        return listener.events("article").stream().map(it -> it.path("step").asText()).toList();
    }
}
