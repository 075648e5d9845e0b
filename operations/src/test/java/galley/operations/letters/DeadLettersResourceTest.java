package galley.operations.letters;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.operations.OnServers;
import galley.testkit.AccessWalk;
import galley.testkit.Tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** What operators can do with what could not be handled. */
@OnServers
class DeadLettersResourceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject Port port;

    private final String topic = "test." + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void close() {
        port.close("no berth");
    }

    @Test
    void aLetterIsListedWithItsReasonAndItsOrigin() {
        String event = arrive("{}");
        list("").body("items", contains(notNullValue()))
                .body("next", nullValue())
                .rootPath("items[0]")
                .body("state", equalTo("waiting"))
                .body("topic", equalTo(topic))
                .body("partition", equalTo(0))
                .body("offset", notNullValue())
                .body("group", equalTo("port"))
                .body("key", equalTo(key))
                .body("eventId", equalTo(event))
                .body("type", equalTo("galley.test.v1"))
                .body("source", equalTo("/galley/test"))
                .body("sequence", equalTo(7))
                .body("time", equalTo("2026-05-20T10:00:00Z"))
                .body("traceId", equalTo(TRACE))
                .body("reason", equalTo("no berth"))
                .body("exception", equalTo("galley.messaging.UnreadableEventException"))
                .body("failedAt", notNullValue())
                .body("tries", equalTo(0))
                .body("decidedBy", nullValue());
        list("&state=discarded").body("items.size()", equalTo(0));
    }

    @Test
    void oneLetterIsShownWithItsHeadersAndItsPayload() {
        arrive("{\"headline\": \"Fähre\"}");
        as("admin")
                .get("/v1/dead-letters/" + only().getString("id"))
                .then()
                .statusCode(200)
                .body("reason", equalTo("no berth"))
                .body("headers.ce_type", equalTo("galley.test.v1"))
                .body("payload", equalTo("{\"headline\": \"Fähre\"}"))
                .body("payloadEncoding", equalTo("utf-8"));
    }

    @Test
    void whatIsNoTextAndNoEventIsShownToo() {
        port.arrive(topic, key, new byte[] {(byte) 0xff, 0}, Map.of("ce_sequence", "many"));
        as("admin")
                .get("/v1/dead-letters/" + only().getString("id"))
                .then()
                .statusCode(200)
                .body("eventId", nullValue())
                .body("sequence", nullValue())
                .body("time", nullValue())
                .body("payload", equalTo("/wA="))
                .body("payloadEncoding", equalTo("base64"));
    }

    @Test
    void aRetryAfterTheCauseIsMendedIsDoneOnceAndKeepsWhoDidIt() {
        arrive("{}");
        port.open();
        String path = "/v1/dead-letters/" + only().getString("id");
        as("admin")
                .post(path + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("retried"))
                .body("decidedBy", startsWith("staff:"))
                .body("decidedByName", equalTo("ada"))
                .body("decidedAt", notNullValue());
        problem(as("admin").post(path + "/retry"), 409, "already-decided")
                .body("state", equalTo("retried"))
                .body("decidedBy", startsWith("staff:"));
        problem(discard(path, "{\"note\": \"x\"}"), 409, "already-decided");
        list("&state=retried").body("items[0].decidedByName", equalTo("ada"));
        list("").body("items.size()", equalTo(0));
    }

    @Test
    void aRetryThatFailsSaysWhyAndTheLetterWaitsOn() {
        arrive("{}");
        port.close("still no berth");
        problem(retry(only().getString("id")), 422, "still-failing")
                .body("detail", equalTo("still no berth"))
                .body("exception", equalTo("galley.messaging.UnreadableEventException"))
                .body("tries", equalTo(1));
        assertThat(only().getString("reason")).isEqualTo("still no berth");
    }

    @Test
    void anOlderLetterOfTheSameKeyGoesFirst() {
        arrive("1");
        arrive("2");
        port.open();
        List<String> ids = list("").extract().jsonPath().getList("items.id");
        problem(retry(ids.get(1)), 409, "older-letter-waits").body("older", equalTo(ids.get(0)));
        retry(ids.get(0)).then().statusCode(200);
        retry(ids.get(1)).then().statusCode(200);
    }

    @Test
    void whoDiscardsALetterSaysWhy() {
        arrive("{}");
        String path = "/v1/dead-letters/" + only().getString("id");
        for (String none : List.of("{}", "{\"note\": \" \"}", "{\"note\": \"a\\u0000\"}")) {
            problem(discard(path, none), 422, "unprocessable")
                    .body("errors.field", contains("note"));
        }
        problem(
                as("admin").contentType("application/json").post(path + "/discard"),
                422,
                "unprocessable");
        discard(path, "{\"note\": \" A test of the wire's \"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("discarded"))
                .body("note", equalTo("A test of the wire's"))
                .body("decidedBy", startsWith("staff:"));
        problem(as("admin").post(path + "/retry"), 409, "already-decided");
        problem(discard(path, "{}"), 409, "already-decided");
    }

    @Test
    void aListIsReadPageByPage() {
        for (String value : List.of("1", "2", "3")) {
            arrive(value);
        }
        JsonPath first = list("&limit=2").extract().jsonPath();
        JsonPath second = list("&limit=2&cursor=" + first.getString("next")).extract().jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next")).isNull();
        assertThat(list("").extract().jsonPath().getList("items.id"))
                .containsExactly(
                        first.getString("items[0].id"),
                        first.getString("items[1].id"),
                        second.getString("items[0].id"));
    }

    @Test
    void whatIsWrongIsSaidSo() {
        problem(as("admin").get("/v1/dead-letters?state=lost"), 400, "bad-state");
        problem(as("admin").get("/v1/dead-letters?limit=101"), 400, "bad-limit");
        problem(as("admin").get("/v1/dead-letters?cursor=x"), 400, "bad-cursor");
        String nobody = "/v1/dead-letters/" + UUID.randomUUID();
        problem(as("admin").get(nobody), 404, "not-found");
        problem(as("admin").post(nobody + "/retry"), 404, "not-found");
        problem(discard(nobody, "{}"), 404, "not-found");
    }

    @Test
    void onlyAnAdminMay() {
        Set<String> admin = Set.of("admin");
        var service = URI.create("http://localhost:" + RestAssured.port);
        assertThat(
                        new AccessWalk(service)
                                .surprises(
                                        Map.of(
                                                "GET /v1/dead-letters", admin,
                                                "GET /v1/dead-letters/{id}", admin,
                                                "POST /v1/dead-letters/{id}/retry", admin,
                                                "POST /v1/dead-letters/{id}/discard", admin)))
                .isEmpty();
    }

    /** An event arrives, under an id of its own. */
    private String arrive(String value) {
        String id = UUID.randomUUID().toString();
        port.arrive(
                topic,
                key,
                value.getBytes(UTF_8),
                Map.of(
                        "ce_id", id,
                        "ce_specversion", "1.0",
                        "ce_source", "/galley/test",
                        "ce_type", "galley.test.v1",
                        "ce_sequence", "0000000007",
                        "ce_time", "2026-05-20T12:00:00+02:00",
                        "ce_traceparent", "00-" + TRACE + "-b7ad6b7169203331-01"));
        return id;
    }

    private ValidatableResponse list(String query) {
        return as("admin").get("/v1/dead-letters?topic=" + topic + query).then().statusCode(200);
    }

    private JsonPath only() {
        JsonPath all = list("").extract().jsonPath();
        assertThat(all.getList("items")).hasSize(1);
        return all.setRootPath("items[0]");
    }

    private static Response retry(String id) {
        return as("admin").post("/v1/dead-letters/" + id + "/retry");
    }

    private static Response discard(String path, String body) {
        return as("admin").contentType("application/json").body(body).post(path + "/discard");
    }

    private static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(Tokens.of(role, "ada"));
    }

    private static ValidatableResponse problem(Response answer, int status, String name) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:galley:problem:" + name));
    }
}
