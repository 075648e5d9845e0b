package galley.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a stream as browsers do (WHATWG HTML, server-sent events). */
public final class SseListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile String lastEventId = "";
    private volatile boolean brokeOff;
    private volatile String retry = "";
    private final AtomicInteger comments = new AtomicInteger();

    /** What was sent under a name. */
    public record Event(String id, String name, JsonNode data) {}

    private SseListener(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Listens; headers are names and values. */
    public static SseListener open(URI address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new AssertionError("The stream answered " + response.statusCode());
            }
            return new SseListener(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A header of the answer, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** What came so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The data of the events of a name. */
    public List<JsonNode> events(String name) {
        return events.stream().filter(it -> it.name().equals(name)).map(Event::data).toList();
    }

    /** The id of what came last. */
    public String lastEventId() {
        return lastEventId;
    }

    /** After how many milliseconds to come back. */
    public String retry() {
        return retry;
    }

    /** How many comments came. */
    public int comments() {
        return comments.get();
    }

    /** Whether nothing more comes. */
    public boolean hasEnded() {
        return !reader.isAlive();
    }

    /** Whether the connection ended before the answer did. */
    public boolean brokeOff() {
        return brokeOff;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String name = "message";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "id" -> id = value;
                    case "event" -> name = value;
                    case "data" -> data.append(value);
                    case "retry" -> retry = value;
                    default -> {
                        if (line.isEmpty()) {
                            if (!data.isEmpty()) {
                                events.add(new Event(id, name, JSON.readTree(data.toString())));
                            }
                            lastEventId = id;
                            name = "message";
                            data.setLength(0);
                        } else if (colon == 0) {
                            comments.incrementAndGet();
                        }
                    }
                }
            }
        } catch (IOException e) {
            brokeOff = true;
        }
    }
}
