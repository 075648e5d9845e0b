package galley.kit.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@QuarkusTestResource(SigningKey.class)
class ProblemsTest {

    @Test
    void aRequestWithoutTokenIsUnauthorized() {
        expect(given().get("/echo/editors").then(), 401, "unauthorized")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void aBrokenTokenIsUnauthorizedEvenWhereNoneIsNeeded() {
        var broken = given().header("Authorization", "Bearer abc.def.ghi");
        expect(broken.get("/echo/editors").then(), 401, "unauthorized");
        expect(broken.get("/echo/fault").then(), 401, "unauthorized");
    }

    @Test
    void aTokenOfAnotherRoleIsForbidden() {
        var writer = given().header("Authorization", "Bearer " + SigningKey.tokenOf("writer"));
        expect(writer.get("/echo/editors").then(), 403, "forbidden");
        var editor = given().header("Authorization", "Bearer " + SigningKey.tokenOf("editor"));
        editor.get("/echo/editors").then().statusCode(200);
    }

    @Test
    void anUnknownPathIsNotFound() {
        expect(given().get("/echo/nowhere/at/all").then(), 404, "not-found");
        expect(given().get("/nowhere").then(), 404, "not-found");
    }

    @Test
    void aWrongMethodIsNotAllowed() {
        expect(given().delete("/echo/fault").then(), 405, "method-not-allowed");
    }

    @Test
    void aWrongMediaTypeIsUnsupported() {
        var text = given().contentType("text/plain").body("a poem");
        expect(text.post("/echo").then(), 415, "unsupported-media-type");
    }

    @Test
    void anUnacceptableAnswerIsSaidSo() {
        var image = given().contentType("application/json").accept("image/png").body("{}");
        expect(image.post("/echo").then(), 406, "not-acceptable");
    }

    @Test
    void brokenJsonIsABadRequest() {
        expect(post("{\"title\": "), 400, "malformed-json");
        expect(post("{\"title\": 'x'}"), 400, "malformed-json");
    }

    @Test
    void missingContentIsNamedFieldByField() {
        expect(post("{\"title\": \"\", \"lines\": [{\"number\": 1}]}"), 422, "unprocessable")
                .body("errors.field", hasItem("title"))
                .body("errors.field", hasItem("lines[0].text"))
                .body("errors.message", hasItem("must not be blank"));
    }

    @Test
    void contentOfTheWrongKindIsNamed() {
        expect(post("{\"title\": \"x\", \"lines\": [{\"number\": \"one\"}]}"), 422, "unprocessable")
                .body("errors.field", contains("lines[0].number"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        expect(post("{\"title\": \"x\", \"colour\": \"blue\"}"), 422, "unprocessable")
                .body("errors.field", contains("colour"));
    }

    @Test
    void aFaultShowsNothingOfTheInsideButATraceId() {
        expect(given().get("/echo/fault").then(), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "none"})
    void whileTheDatabaseIsAwayTheClientIsToldToComeBack(String state) {
        expect(given().get("/echo/databases/" + state).then(), 503, "unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("secret")))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void whatTheDatabaseRefusesIsAFault() {
        expect(given().get("/echo/databases/23505").then(), 500, "internal-error");
    }

    @Test
    void theServicesOwnProblemsCarryTheirMembers() {
        expect(given().get("/echo/problems/illegal-step").then(), 409, "illegal-step")
                .body("allowed", contains("correct", "kill"))
                .body("instance", equalTo("/echo/problems/illegal-step"));
        expect(given().get("/echo/problems/four-eyes").then(), 403, "four-eyes");
        expect(given().get("/echo/problems/other").then(), 404, "not-found");
    }

    @Test
    void aBodyOverTheServersLimitIsTooLarge() {
        expect(post("\"" + "x".repeat(70_000) + "\""), 413, "too-large")
                .body("maxBytes", equalTo(65_536));
    }

    private static ValidatableResponse post(String json) {
        return given().contentType("application/json").body(json).post("/echo").then();
    }

    private static ValidatableResponse expect(ValidatableResponse answer, int status, String name) {
        return answer.log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", equalTo("urn:galley:problem:" + name))
                .body("title", notNullValue());
    }
}
