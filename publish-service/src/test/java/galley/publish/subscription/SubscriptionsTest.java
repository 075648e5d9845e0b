package galley.publish.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.publish.Client;
import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What subscribers can set, and who may. */
@TestServers
class SubscriptionsTest {
    private static final String ALL = "/v1/subscriptions";
    private static final String SETTINGS =
            """
            {"name": "The Island Times", "url": "https://times.example/hook",
             "product": {"sections": ["World"], "languages": ["en"]},
             "events": ["article.published", "article.withdrawn"]}
            """;

    private final Client ines = Client.as("subscriber", "ines-" + UUID.randomUUID());
    private final Client otto = Client.as("subscriber", "otto-" + UUID.randomUUID());
    private final Client ada = Client.as("admin", "ada");
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void remove() {
        made.forEach(path -> ada.request().header("If-Match", "*").delete(path));
    }

    private String add(Client client, String settings) {
        var answer = client.post(ALL, settings).then().statusCode(201).extract();
        String path = answer.header("Location").replaceFirst("https?://[^/]+", "");
        assertThat(path).isEqualTo(ALL + "/" + answer.path("id"));
        made.add(path);
        return path;
    }

    private static void assertProblem(Response answer, int status, String name) {
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:galley:problem:" + name);
    }

    @Test
    void itsSecretIsShownOnceAndKeptFromCaches() {
        var created = ines.post(ALL, SETTINGS);
        made.add(ALL + "/" + created.path("id"));
        assertThat(created.<String>path("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        var read = ines.get(made.getFirst());
        assertThat(read.<Object>path("secret")).isNull();
        assertThat(read.header("Cache-Control")).startsWith("private");
        assertThat(read.<String>path("state")).isEqualTo("active");
        assertThat(read.<Map<String, Object>>path("product"))
                .isEqualTo(Map.of("sections", List.of("World"), "languages", List.of("en")));
    }

    @Test
    void anAddressIsEnough() {
        String path = add(ines, "{\"url\": \"https://times.example\"}");
        var read = ines.get(path);
        assertThat(read.<String>path("name")).isEqualTo("times.example");
        assertThat(read.<Object>path("product")).isNull();
        assertThat(read.<Object>path("events")).isNull();
    }

    @Test
    void everybodySeesTheirOwnAndAnAdminAll() {
        String path = add(ines, SETTINGS);
        add(otto, SETTINGS);
        assertThat(ines.get(ALL).<List<?>>path("items")).hasSize(1);
        assertThat(ada.get(ALL + "?limit=100").<List<String>>path("items.id"))
                .contains(path.substring(ALL.length() + 1));
        assertProblem(otto.get(path), 404, "not-found");
        for (String part : List.of("/rotate", "/test", "/replay")) {
            assertProblem(otto.post(path + part, "{}"), 404, "not-found");
        }
        assertProblem(otto.get(path + "/deliveries"), 404, "not-found");
        assertProblem(
                otto.request().header("If-Match", "*").body("{}").patch(path), 404, "not-found");
        ada.patch(path, "{\"name\": \"Renamed\"}").then().statusCode(200);
    }

    @Test
    void listsPage() {
        add(ines, SETTINGS);
        add(ines, SETTINGS);
        var first = ines.get(ALL + "?limit=1");
        var second = ines.get(ALL + "?limit=1&cursor=" + first.path("next"));
        assertThat(List.of(first.path("items[0].id"), second.path("items[0].id")))
                .isEqualTo(ines.get(ALL).path("items.id"));
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void settingsChangeUnderTheirETag() {
        String path = add(ines, SETTINGS);
        String etag = ines.etag(path);
        assertProblem(ines.request().body("{}").patch(path), 428, "precondition-required");
        assertProblem(
                ines.request().header("If-Match", "\"9\"").body("{}").patch(path),
                412,
                "precondition-failed");
        var changed = ines.patch(path, "{\"state\": \"paused\", \"product\": null}");
        changed.then().statusCode(200);
        assertThat(changed.header("ETag")).isNotEqualTo(etag).isEqualTo(ines.etag(path));
        assertThat(changed.<String>path("state")).isEqualTo("paused");
        assertThat(changed.<Object>path("product")).isNull();
        ines.delete(path).then().statusCode(204);
        assertProblem(ines.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"url": "ftp://times.example"}                                     | url
                    {"url": "https://user:secret@times.example"}                       | url
                    {}                                                                 | url
                    {"url": "https://a.example", "events": []}                         | events
                    {"url": "https://a.example", "events": ["article.eaten"]}          | events
                    {"url": "https://a.example", "product": {"tags": []}}              | product.tags
                    {"url": "https://a.example", "product": {"colour": ["red"]}}       | product.colour
                    {"url": "https://a.example", "state": "disabled"}                  | state
                    {"url": "https://a.example", "secret": "whsec_mine"}               | secret
                    """)
    void whatIsWrongIsNamed(String settings, String field) {
        var answer = ines.post(ALL, settings);
        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"url": "https://a.example", "events": ["cache.purge", "article.updated"]}  | events
                    {"url": "https://a.example", "events": ["cache.purge"], "product": {"tags": ["a"]}} | product
                    """)
    void aCacheIsToldOfEveryArticleAndNothingElse(String settings, String field) {
        var answer = ada.post(ALL, settings);
        assertProblem(answer, 422, "unprocessable");
        assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
        assertProblem(ines.post(ALL, settings), 403, "admins-only");
    }

    @Test
    void aSubscriberIsNoCacheAndBecomesNone() {
        String cache = "{\"url\": \"https://cdn.example/purge\", \"events\": [\"cache.purge\"]}";
        String path = add(ada, cache);
        assertThat(ada.get(path).<List<String>>path("events")).containsExactly("cache.purge");
        assertProblem(ines.post(ALL, cache), 403, "admins-only");
        ada.patch(path, "{\"name\": \"The proxy in front\"}").then().statusCode(200);
        assertProblem(ada.patch(path, "{\"events\": null}"), 422, "unprocessable");

        String other = add(ines, SETTINGS);
        String change = "{\"events\": [\"cache.purge\"], \"product\": null}";
        assertProblem(ines.patch(other, change), 403, "admins-only");
        assertProblem(ada.patch(other, change), 422, "unprocessable");
    }

    @Test
    void aNewSecretIsShownOnceToo() {
        var created = ines.post(ALL, SETTINGS);
        made.add(ALL + "/" + created.path("id"));
        var rotated = ines.post(made.getFirst() + "/rotate", "");
        rotated.then().statusCode(200);
        assertThat(rotated.<String>path("secret"))
                .startsWith("whsec_")
                .isNotEqualTo(created.path("secret"));
        assertThat(rotated.<String>path("oldSecretUntil")).isNotNull();
        assertThat(ines.get(made.getFirst()).<Object>path("secret")).isNull();
    }
}
