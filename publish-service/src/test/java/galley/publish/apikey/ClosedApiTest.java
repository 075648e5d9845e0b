package galley.publish.apikey;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import galley.publish.Client;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the operator wants everybody to show a key. */
@TestServers
@TestProfile(ClosedApiTest.Closed.class)
class ClosedApiTest {
    private static final int RATE = 30;

    /** Wants keys, counts strangers strictly, and stands behind a proxy. */
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "galley.publish.api.open", "false",
                    "galley.publish.api.anonymous-rate", "" + RATE,
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true");
        }
    }

    @Inject Desk desk;

    @Test
    void theApiWantsAKeyAndThePagesDoNot() {
        var article = desk.release(Samples.article("p01-reprint"));
        String key =
                Client.as("subscriber", "ines-" + UUID.randomUUID())
                        .post("/v1/api-keys", "{}")
                        .path("key");
        var refused = RestAssured.get("/v1/articles/" + article.id());
        refused.then().statusCode(401).contentType("application/problem+json");
        assertThat(refused.<String>path("type")).isEqualTo("urn:galley:problem:key-required");
        RestAssured.given()
                .header("X-API-Key", key)
                .get("/v1/articles/" + article.id())
                .then()
                .statusCode(200);
        RestAssured.get("/articles/" + article.slug()).then().statusCode(200);
        RestAssured.get("/feeds/rss.xml").then().statusCode(200);
    }

    @Test
    void strangersAreCountedByTheirAddress() {
        int status = 0;
        for (int i = 0; i <= 2 * RATE && status != 429; i++) {
            status = getFrom("203.0.113.7", "/v1/articles");
        }
        assertThat(status).isEqualTo(429);
        assertThat(getFrom("203.0.113.8", "/v1/articles")).isEqualTo(401);
        assertThat(getFrom("203.0.113.7", "/feeds/rss.xml")).isEqualTo(200);
    }

    private static int getFrom(String address, String path) {
        return RestAssured.given().header("X-Forwarded-For", address).get(path).statusCode();
    }
}
