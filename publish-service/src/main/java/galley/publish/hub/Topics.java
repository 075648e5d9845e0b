package galley.publish.hub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServer;

import galley.publish.site.Addresses;

/**
 * The feeds that can be subscribed to: all that this service serves. It asks itself over HTTP, so
 * that what is sent is, to the byte, what is served at the address, whichever feeds there are.
 */
@ApplicationScoped
class Topics {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Plain paths alone: no other resource, and no second name of the same feed by a query. */
    private static final Pattern PATH = Pattern.compile("/feeds(/[^/?#\\\\\\s]+)+");

    private final HttpServer server;
    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LONGEST)
                    .build();

    Topics(HttpServer server, Addresses addresses) {
        this.server = server;
        this.base = addresses.absolute("");
    }

    /** The feed of an address as it is now; empty if there is none. */
    Optional<FeedContent> read(String topic) {
        return path(topic).flatMap(this::fetch);
    }

    private Optional<String> path(String topic) {
        if (!topic.startsWith(base)) {
            return Optional.empty();
        }
        String path = topic.substring(base.length());
        String plain = path.toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%2f", "/");
        boolean leadsOut = (plain + "/").contains("/./") || (plain + "/").contains("/../");
        return PATH.matcher(path).matches() && !leadsOut ? Optional.of(path) : Optional.empty();
    }

    private Optional<FeedContent> fetch(String path) {
        URI address;
        try {
            address = URI.create(server.getLocalBaseUri().resolve("/") + path.substring(1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        try {
            HttpResponse<byte[]> answer =
                    client.send(
                            HttpRequest.newBuilder(address).timeout(LONGEST).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500) {
                throw new IllegalStateException("A feed answers " + answer.statusCode());
            }
            return Optional.of(answer)
                    .filter(it -> it.statusCode() == 200)
                    .map(
                            it ->
                                    FeedContent.of(
                                            it.headers().firstValue("Content-Type").orElseThrow(),
                                            it.body()));
        } catch (IOException e) {
            throw new IllegalStateException("A feed can't be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service ends", e);
        }
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
