package galley.ingest.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How a source does, and what follows from it. */
@OnServers
class LivingSourcesTest {
    @Inject EntityManager entities;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private final List<String> sources = new ArrayList<>();

    @AfterEach
    void removeSources() {
        sources.forEach(source -> admin.delete("/v1/sources/" + source).expect(204));
        site.close();
    }

    @Test
    void aSourceThatFailsIsLeftAloneForLongerAndLongerUntilItAnswers() {
        var source = register("/feed", "\"pollEvery\": \"PT1H\"");
        site.answers(500, new byte[0]);
        fails(source);
        fails(source);
        var failing = read(source);
        assertThat(failing.path("health").path("failures").asInt()).isEqualTo(2);
        assertThat(failing.path("health").path("lastFailure").asText()).contains("500");
        assertThat(pauseAfterFailure(failing)).isEqualTo(Duration.ofHours(4));

        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        admin.fetch(source);
        var well = read(source);
        assertThat(well.path("health").path("failures").asInt()).isZero();
        assertThat(time(well.path("health"), "lastSuccessAt"))
                .isAfter(time(well.path("health"), "lastFailureAt"));
        assertThat(time(well, "nextPollAt")).isBefore(Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void aDocumentThatCannotBeReadIsAFailureToo() {
        var source = register("/feed", "\"pollEvery\": \"PT1H\"");
        site.serves("Closed for the holidays");
        admin.fetch(source);
        assertThat(read(source).path("health").path("failures").asInt()).isOne();
    }

    @Test
    void aServerThatWishesToBeLeftAloneIs() {
        var source = register("/feed", "\"pollEvery\": \"PT1H\"");
        site.answers(429, new byte[0], "Retry-After", "100000");
        fails(source);
        assertThat(pauseAfterFailure(read(source))).isEqualTo(Duration.ofSeconds(100_000));
    }

    @Test
    void newsMakesTheNextPollComeSooner() {
        var source =
                register(
                        "/feed",
                        "\"pollEvery\": \"PT1H\", \"fastest\": \"PT10M\", \"slowest\": \"PT6H\"");
        site.serves(Rss.feed(Rss.item("1", "One", "a")));
        admin.fetch(source);
        assertThat(read(source).path("pace").asText()).isEqualTo("PT30M");
        admin.fetch(source);
        assertThat(read(source).path("pace").asText()).isEqualTo("PT45M");
    }

    @Test
    void anAddressThatHasMovedForGoodIsRemembered() {
        var source = register("/old", "\"pollEvery\": \"P1D\"");
        site.handles(exchange -> redirect(exchange, "/old", 301, "/new"));
        admin.fetch(source);
        var moved = read(source);
        assertThat(moved.path("url").asText()).isEqualTo(site.at("/new").toString());
        assertThat(moved.path("movedFrom").asText()).isEqualTo(site.at("/old").toString());
        assertThat(moved.path("revision").asLong()).isEqualTo(2);
        int asked = site.requests().size();
        admin.fetch(source);
        assertThat(site.requests()).hasSize(asked + 1);
    }

    @Test
    void anAddressThatHasMovedForAWhileIsNot() {
        var source = register("/old", "\"pollEvery\": \"P1D\"");
        site.handles(exchange -> redirect(exchange, "/old", 302, "/new"));
        admin.fetch(source);
        assertThat(read(source).path("url").asText()).isEqualTo(site.at("/old").toString());
        assertThat(read(source).path("movedFrom").isNull()).isTrue();
    }

    @Test
    void oneServerIsAskedOnceASecondWhateverTheNumberOfItsFeeds() {
        site.serves(Rss.feed());
        for (int i = 0; i < 4; i++) {
            register("/" + i, "\"pollEvery\": \"PT1S\"");
        }
        await().atMost(60, SECONDS)
                .until(() -> sources.stream().allMatch(source -> starts(source).size() >= 2));
        var all = sources.stream().flatMap(source -> starts(source).stream()).sorted().toList();
        for (int i = 1; i < all.size(); i++) {
            // a run's start is noted a moment after its turn
            assertThat(Duration.between(all.get(i - 1), all.get(i)))
                    .isGreaterThan(Duration.ofMillis(800));
        }
    }

    @Test
    void aSourceThatIsSilentForLongerThanUsualSaysSo() {
        var source = register("/feed", "\"pollEvery\": \"P1D\"");
        var items = new String[6];
        for (int i = 0; i < items.length; i++) {
            items[i] = Rss.item("silent-" + i, "Item " + i, "text " + i);
        }
        site.serves(Rss.feed(items));
        admin.fetch(source);
        var health = read(source).path("health");
        assertThat(health.path("silent").asBoolean()).isFalse();
        assertThat(health.path("itemsADay").asDouble()).isEqualTo(6.0);
        assertThat(health.path("lastItemAt").isNull()).isFalse();

        arrivedHourlyUntil(source, Duration.ofHours(2));
        assertThat(read(source).path("health").path("silent").asBoolean()).isFalse();
        arrivedHourlyUntil(source, Duration.ofHours(4));
        assertThat(read(source).path("health").path("silent").asBoolean()).isTrue();
    }

    /** Sets the times of a source's items back. */
    private void arrivedHourlyUntil(String source, Duration ago) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                entities.createNativeQuery(
                                                """
                                                update item set first_seen = now()
                                                    - make_interval(secs => :ago)
                                                    - make_interval(hours => right(identity, 1)::int)
                                                where source_id = :source
                                                """)
                                        .setParameter("ago", (double) ago.toSeconds())
                                        .setParameter("source", UUID.fromString(source))
                                        .executeUpdate());
    }

    private static void redirect(HttpExchange exchange, String from, int status, String to)
            throws IOException {
        boolean isMoved = exchange.getRequestURI().getPath().equals(from);
        if (isMoved) {
            exchange.getResponseHeaders().set("Location", to);
        }
        FeedServer.answer(exchange, isMoved ? status : 200, isMoved ? new byte[0] : feed());
    }

    private static byte[] feed() {
        return Rss.feed(Rss.item("1", "One", "a")).getBytes(StandardCharsets.UTF_8);
    }

    private String register(String path, String settings) {
        var json = "{\"name\": \"A feed\", \"url\": \"%s\", %s}".formatted(site.at(path), settings);
        var source = admin.post("/v1/sources", json).expect(201).json().path("id").asText();
        sources.add(source);
        return source;
    }

    private void fails(String source) {
        admin.post("/v1/sources/" + source + "/fetch", null).problem(502, "fetch-status");
    }

    private JsonNode read(String source) {
        return admin.get("/v1/sources/" + source).expect(200).json();
    }

    private List<Instant> starts(String source) {
        return admin.all("/v1/sources/" + source + "/runs").stream()
                .map(run -> time(run, "startedAt"))
                .toList();
    }

    private static Duration pauseAfterFailure(JsonNode source) {
        return Duration.between(
                time(source.path("health"), "lastFailureAt"), time(source, "nextPollAt"));
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.path(field).asText());
    }
}
