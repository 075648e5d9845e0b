package galley.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.OptionalDouble;

/** What a service's metrics are at one moment, as Prometheus would scrape them. */
public final class Metrics {
    private final List<String> lines;

    private Metrics(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Scrapes a service.
     *
     * @param address of its metrics, such as {@code http://127.0.0.1:8081/q/metrics}
     */
    public static Metrics of(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/plain").build();
        try (var http = HttpClient.newHttpClient()) {
            return new Metrics(
                    http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body()
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * The value of a time series, or empty when there is none.
     *
     * @param name as Prometheus has it
     * @param tags names and values in turn, of which it has at least these
     */
    public OptionalDouble value(String name, String... tags) {
        return lines.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> hasAll(line, tags))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst();
    }

    /** What its help says that a metric is, or an empty text. */
    public String help(String name) {
        String start = "# HELP " + name + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    private static boolean hasAll(String line, String... tags) {
        for (int i = 0; i < tags.length; i += 2) {
            if (!line.contains("%s=\"%s\"".formatted(tags[i], tags[i + 1]))) {
                return false;
            }
        }
        return true;
    }

    /** All of them, for whoever misses one. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
