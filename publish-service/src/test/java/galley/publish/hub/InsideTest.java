package galley.publish.hub;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.TestServers;

/** Nobody makes the hub call what is inside the network. */
@TestServers
@TestProfile(InsideTest.Guarded.class)
class InsideTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/",
                "http://[::1]/",
                "http://10.0.0.1/",
                "http://localhost/"
            })
    void aCallbackInsideIsRefused(String callback) {
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .formParam("hub.mode", "subscribe")
                .formParam("hub.topic", "https://harbour-letter.example/feeds/rss.xml")
                .formParam("hub.callback", callback)
                .post("/hub")
                .then()
                .statusCode(400);
    }

    /** As it is set where nobody sets it otherwise. */
    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("galley.fetch.allow-private-addresses", "false");
        }
    }
}
