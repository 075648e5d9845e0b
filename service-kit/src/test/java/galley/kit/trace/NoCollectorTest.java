package galley.kit.trace;

import java.util.Map;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.kit.problem.SigningKey;
import galley.testkit.Logged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Where no collector is named, nothing is recorded for one, and a request has its trace. */
@QuarkusTest
@TestProfile(NoCollectorTest.Blank.class)
@WithTestResource(SigningKey.class)
class NoCollectorTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Logged logged = new Logged("galley.kit");

    public static class Blank implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.exporter.otlp.endpoint", " ");
        }
    }

    @AfterEach
    void stopListening() {
        logged.close();
    }

    @Test
    void aRequestGoesOnWithTheTraceThatItCameWith() {
        given().header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .get("/poems/recorded")
                .then()
                .statusCode(200)
                .body(is("false"));
        assertThat(logged.field("traceId", "recorded")).containsExactly(TRACE);
    }

    @Test
    void oneThatCameWithoutGetsOne() {
        given().get("/poems/recorded").then().statusCode(200);
        assertThat(logged.field("traceId", "recorded"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{32}");
    }
}
