package galley.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.Api;
import galley.ingest.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class SourcesTest {
    private static final URI FEED = URI.create("https://tide-letter.example/feed/");

    private final Api admin = Api.as("admin", "ada");

    @Test
    void aSourceIsRegisteredAndItsFirstPollIsOneIntervalAway() {
        var answer =
                admin.post(
                        "/v1/sources",
                        """
                        {"name": "  The Tide <b>Letter</b> ", "format": "rss", "pollEvery": "PT90M",
                         "url": "HTTPS://Tide-Letter.example:443/feed/#top"}\
                        """);
        var source = answer.expect(201).json();
        assertThat(answer.header("Location")).endsWith("/v1/sources/" + source.path("id").asText());
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(source.path("name").asText()).isEqualTo("The Tide Letter");
        assertThat(source.path("kind").asText()).isEqualTo("poll");
        assertThat(source.path("state").asText()).isEqualTo("active");
        assertThat(source.path("format").asText()).isEqualTo("rss");
        assertThat(source.path("url").asText()).isEqualTo("https://tide-letter.example/feed/");
        assertThat(source.path("pollEvery").asText()).isEqualTo("PT1H30M");
        assertThat(Duration.between(time(source, "createdAt"), time(source, "nextPollAt")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(admin.get("/v1/sources/" + source.path("id").asText()).expect(200).json())
                .isEqualTo(source);
    }

    @Test
    void formatAndIntervalMayBeLeftOut() {
        var source =
                admin.post("/v1/sources", "{\"name\": \"A\", \"url\": \"%s\"}".formatted(FEED))
                        .expect(201)
                        .json();
        assertThat(source.path("format").asText()).isEqualTo("auto");
        assertThat(source.path("pollEvery").asText()).isEqualTo("PT1H");
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        var wrong =
                "{\"name\": \" \", \"format\": \"telex\", \"url\": \"ftp://a.example/\","
                        + " \"pollEvery\": \"hourly\"}";
        assertThat(admin.post("/v1/sources", wrong).wrongFields())
                .containsExactlyInAnyOrder("name", "format", "url", "pollEvery");
        assertThat(admin.post("/v1/sources", "{}").wrongFields())
                .containsExactlyInAnyOrder("name", "url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name      | <b></b>",
                "name      | &nbsp;",
                "url       | ",
                "url       | /feed/",
                "url       | https://user:secret@a.example/feed/",
                "pollEvery | PT0S",
                "pollEvery | PT0.9S",
                "pollEvery | P32D",
                "pollEvery | -PT1H",
                "format    | RSS"
            })
    void aWrongSettingIsNamed(String field, String value) {
        var id = admin.register(FEED);
        var patch = "{\"%s\": \"%s\"}".formatted(field, value == null ? "" : value);
        assertThat(admin.patch("/v1/sources/" + id, patch).wrongFields()).containsExactly(field);
    }

    @Test
    void anUnknownFieldIsNotDroppedSilently() {
        var misspelt = "{\"name\": \"A\", \"url\": \"https://a.example/\", \"pollEach\": \"PT1H\"}";
        assertThat(admin.post("/v1/sources", misspelt).wrongFields()).containsExactly("pollEach");
    }

    @Test
    void aSettingIsChangedAndTheOthersStay() {
        var id = admin.register(FEED);
        var changed =
                admin.patch(
                        "/v1/sources/" + id,
                        "{\"name\": \"Renamed\", \"pollEvery\": \"PT10S\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "\"1\"");
        var source = changed.expect(200).json();
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(source.path("name").asText()).isEqualTo("Renamed");
        assertThat(source.path("pollEvery").asText()).isEqualTo("PT10S");
        assertThat(source.path("url").asText()).isEqualTo(FEED.toString());
        assertThat(time(source, "nextPollAt")).isBefore(Instant.now().plusSeconds(20));
        admin.delete("/v1/sources/" + id).expect(204);
    }

    @Test
    void whoSawAnOlderRevisionChangesNothing() {
        var path = "/v1/sources/" + admin.register(FEED);
        admin.patch(path, "{\"name\": \"B\"}", "If-Match", "\"1\"").expect(200);
        admin.patch(path, "{\"name\": \"C\"}", "If-Match", "\"1\"")
                .problem(412, "precondition-failed");
        admin.delete(path, "If-Match", "\"1\"").problem(412, "precondition-failed");
        assertThat(admin.get(path).expect(200).json().path("name").asText()).isEqualTo("B");
    }

    @Test
    void aRemovedSourceIsGone() {
        var id = admin.register(FEED);
        admin.delete("/v1/sources/" + id).expect(204);
        admin.get("/v1/sources/" + id).problem(404, "not-found");
        admin.patch("/v1/sources/" + id, "{\"name\": \"B\"}").problem(404, "not-found");
        admin.delete("/v1/sources/" + id).problem(404, "not-found");
        admin.post("/v1/sources/" + id + "/fetch", null).problem(404, "not-found");
        admin.get("/v1/sources/" + id + "/runs").problem(404, "not-found");
        assertThat(ids(admin.all("/v1/sources"))).doesNotContain(id);
    }

    @Test
    void theListGoesOnWhereItsCursorPoints() {
        var three = List.of(admin.register(FEED), admin.register(FEED), admin.register(FEED));
        assertThat(ids(admin.all("/v1/sources"))).containsSubsequence(three);
        var first = admin.get("/v1/sources?limit=1").expect(200).json();
        var second =
                admin.get("/v1/sources?limit=1&cursor=" + first.path("next").asText())
                        .expect(200)
                        .json();
        assertThat(first.path("items")).hasSize(1);
        assertThat(second.path("items")).hasSize(1).isNotEqualTo(first.path("items"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=many",
                "cursor=x",
                // a time that no database can hold
                "cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlaLzAxOThjMmYwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMA"
            })
    void aWrongPageIsABadRequest(String query) {
        assertThat(admin.get("/v1/sources?" + query).expect(400).json().path("type").asText())
                .startsWith("urn:galley:problem:bad-");
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        admin.get("/v1/sources/nonsense").problem(404, "not-found");
    }

    private static List<String> ids(List<JsonNode> sources) {
        return sources.stream().map(source -> source.path("id").asText()).toList();
    }

    private static Instant time(JsonNode source, String field) {
        return Instant.parse(source.path(field).asText());
    }
}
