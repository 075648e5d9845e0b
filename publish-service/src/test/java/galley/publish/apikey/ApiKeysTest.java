package galley.publish.apikey;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.Client;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;

/** What programs may read with a key, and how often. */
@TestServers
class ApiKeysTest {
    private static final String ALL = "/v1/api-keys";

    @Inject Desk desk;

    private final String section = "Section " + UUID.randomUUID();
    private final Client ines = Client.as("subscriber", "ines-" + UUID.randomUUID());
    private final Client otto = Client.as("subscriber", "otto-" + UUID.randomUUID());
    private final Client ada = Client.as("admin", "ada");

    private Article release(String in) {
        return desk.release(Samples.article("p01-reprint", json -> json.put("section", in)));
    }

    private JsonPath make(String settings) {
        return ines.post(ALL, settings).then().statusCode(201).extract().jsonPath();
    }

    private JsonPath ofSection() {
        return make("{\"product\": {\"sections\": [\"%s\"]}}".formatted(section));
    }

    private static Response get(String path, String key) {
        return RestAssured.given().header("X-API-Key", key).get(path);
    }

    private static void assertProblem(Response answer, int status, String name) {
        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:galley:problem:" + name);
    }

    @Test
    void aKeyIsShownOnce() {
        var created = ines.post(ALL, "{\"name\": \"The archive\"}");
        String key = created.path("key");
        assertThat(key).matches("gk_[A-Za-z0-9_-]{43}");
        assertThat(created.header("Cache-Control")).isEqualTo("no-store");
        String path = ALL + "/" + created.path("id");
        var read = ines.get(path).then().statusCode(200).extract();
        assertThat(read.<Object>path("key")).isNull();
        assertThat(key).endsWith(read.path("hint"));
        assertThat(read.<Integer>path("rate")).isEqualTo(60_000);
        assertThat(ines.get(ALL).asString()).doesNotContain(key);
    }

    @Test
    void itsHolderReadsWhatIsOfItsProductAndNothingElse() {
        var inside = release(section);
        var outside = release("Elsewhere");
        String key = ofSection().getString("key");
        assertThat(get("/v1/articles", key).<List<String>>path("items.id"))
                .containsExactly(inside.id().toString());
        get("/v1/articles/" + inside.id(), key).then().statusCode(200);
        get("/v1/articles/" + inside.slug(), key).then().statusCode(200);
        assertProblem(get("/v1/articles/" + outside.id(), key), 404, "not-found");
        assertProblem(get("/v1/articles/" + outside.slug(), key), 404, "not-found");
        assertThat(get("/v1/front-page", key).<List<String>>path("items.id"))
                .doesNotContain(outside.id().toString());
        RestAssured.get("/v1/articles/" + outside.id()).then().statusCode(200);
        assertThat(get("/v1/articles", key).header("Cache-Control")).startsWith("private");
        assertThat(RestAssured.get("/v1/articles").header("Cache-Control")).startsWith("public");
    }

    @Test
    void itsHolderLearnsOfWithdrawals() {
        var article = release(section);
        desk.kill(article, "Not true");
        assertProblem(
                get("/v1/articles/" + article.id(), ofSection().getString("key")),
                410,
                "withdrawn");
    }

    @Test
    void aKeyThatNobodyHasOpensNothing() {
        var refused = get("/v1/articles", "gk_" + "x".repeat(43));
        assertProblem(refused, 401, "unknown-key");
        assertThat(refused.header("WWW-Authenticate")).isNotBlank();
    }

    @Test
    void aKeyThatIsRemovedIsOfNoUseSoon() {
        var made = ofSection();
        get("/v1/articles", made.getString("key")).then().statusCode(200);
        ines.delete(ALL + "/" + made.getString("id")).then().statusCode(204);
        soon().until(() -> get("/v1/articles", made.getString("key")).statusCode() == 401);
    }

    @Test
    void everyKeyHasItsRate() {
        String key = make("{\"rate\": 2}").getString("key");
        var first = get("/v1/articles", key);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"minute\";q=2;w=60");
        assertThat(first.header("RateLimit")).matches("\"minute\";r=1;t=\\d+");
        assertThat(get("/v1/sections", key).header("RateLimit")).startsWith("\"minute\";r=0;");
        var refused = get("/v1/articles", key);
        assertProblem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        get("/v1/articles", make("{}").getString("key")).then().statusCode(200);
        RestAssured.get("/v1/articles").then().statusCode(200);
    }

    @Test
    void onlyAnAdminGrantsMoreThanTheUsual() {
        ines.post(ALL, "{\"rate\": 60001}").then().statusCode(422);
        String path = ALL + "/" + make("{}").getString("id");
        ada.patch(path, "{\"rate\": 100000}").then().statusCode(200);
        var renamed = ines.patch(path, "{\"name\": \"Renamed\"}");
        renamed.then().statusCode(200);
        assertThat(renamed.<Integer>path("rate")).isEqualTo(100_000);
        ines.patch(path, "{\"rate\": 100001}").then().statusCode(422);
    }

    @Test
    void everybodySeesTheirOwnAndAnAdminAll() {
        String id = make("{}").getString("id");
        assertThat(ines.get(ALL).<List<String>>path("items.id")).containsExactly(id);
        assertThat(otto.get(ALL).<List<?>>path("items")).isEmpty();
        assertProblem(otto.get(ALL + "/" + id), 404, "not-found");
        ada.get(ALL + "/" + id).then().statusCode(200);
        assertProblem(
                otto.request().header("If-Match", "*").delete(ALL + "/" + id), 404, "not-found");
    }

    @Test
    void settingsChangeUnderTheirETag() {
        String path = ALL + "/" + make("{}").getString("id");
        assertProblem(ines.request().body("{}").patch(path), 428, "precondition-required");
        var changed = ines.patch(path, "{\"product\": {\"tags\": [\"ports\"]}}");
        changed.then().statusCode(200);
        assertThat(changed.<Map<String, Object>>path("product"))
                .isEqualTo(Map.of("tags", List.of("ports")));
        assertProblem(
                ines.request().header("If-Match", "\"1\"").body("{}").patch(path),
                412,
                "precondition-failed");
    }
}
