package galley.editorial.article;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Each request is wrong in its own way and in every way that is answered later. */
@OnServers
class OrderOfAnswersTest {
    private static final String NOBODYS = "/v1/articles/" + UUID.randomUUID();
    private static final String BAD = "{\"note\": ";

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api wimAsEditor = Api.as("editor", "wim");
    private final Api pia = Api.as("publisher", "pia");

    private static String path(String id, String step) {
        return "/v1/articles/" + id + "/" + step;
    }

    private String inReview(String headline) {
        String id = wim.create(headline);
        wim.decide(id, "submit", null).expect(200);
        return id;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not.a.token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3aW0ifQ."})
    void firstWhoItIs(String token) {
        Api stranger = token.isEmpty() ? Api.asNobody() : Api.withToken(token);
        Answer answer = stranger.post(NOBODYS + "/kill", BAD);
        answer.problem(401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void thenTheRole() {
        wim.post(NOBODYS + "/kill", BAD).problem(403, "forbidden");
        Api.as("admin", "ada").post("/v1/articles", BAD).problem(403, "forbidden");
    }

    @Test
    void thenWhetherThereIsSuchAnArticle() {
        pia.post(NOBODYS + "/kill", BAD).problem(404, "not-found");
        wim.send("PUT", NOBODYS, BAD).problem(404, "not-found");
        wim.send("PATCH", NOBODYS, BAD).problem(404, "not-found");
        pia.post("/v1/articles/no-id/kill", BAD).problem(404, "not-found");
    }

    @Test
    void thenWhetherItSaysWhichRevision() {
        String id = wim.create("Ferry waits");
        pia.post(path(id, "kill"), BAD).problem(428, "precondition-required");
        wim.send("PUT", "/v1/articles/" + id, BAD).problem(428, "precondition-required");
        wim.send("PATCH", "/v1/articles/" + id, BAD).problem(428, "precondition-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"stale\"", "\"2\"", "W/\"1\"", "\"none\"", "1"})
    void thenWhetherItIsThePresentRevision(String ifMatch) {
        String id = wim.create("Ferry leaves");
        pia.post(path(id, "kill"), BAD, "If-Match", ifMatch).problem(412, "precondition-failed");
        wim.send("PATCH", "/v1/articles/" + id, BAD, "If-Match", ifMatch)
                .problem(412, "precondition-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "\"9\", \"1\""})
    void aMatchingPreconditionLetsThrough(String ifMatch) {
        String id = wim.create("Ferry arrives");
        wim.post(path(id, "submit"), null, "If-Match", ifMatch).expect(200);
    }

    @Test
    void thenWhetherTheStepIsPossible() {
        String id = inReview("Tram stops");
        JsonNode problem = wimAsEditor.decide(id, "submit", BAD).problem(409, "illegal-step");
        assertThat(names(problem, "allowed"))
                .containsExactly(
                        "edit",
                        "withdraw",
                        "approve",
                        "request-changes",
                        "reject",
                        "emergency-release",
                        "spike",
                        "assign");
        assertThat(names(problem, "allowedToYou"))
                .containsExactly(
                        "edit",
                        "withdraw",
                        "approve",
                        "request-changes",
                        "reject",
                        "spike",
                        "assign");
        assertThat(problem.path("workflow").asText()).isEqualTo("in-review");
        assertThat(problem.path("publication").asText()).isEqualTo("unpublished");

        JsonNode writers = wim.decide(id, "submit", BAD).problem(409, "illegal-step");
        assertThat(names(writers, "allowedToYou")).containsExactly("edit", "withdraw");
    }

    @Test
    void thenTheSecondPairOfEyes() {
        String id = inReview("Tram starts");
        wimAsEditor.decide(id, "approve", BAD).problem(403, "four-eyes");
        eva.decide(id, "approve", "{}").expect(200);
    }

    @Test
    void thenTheContent() {
        String id = inReview("Library opens");
        eva.decide(id, "reject", BAD).problem(400, "malformed-json");
        for (String body : List.of("{}", "{\"note\": \" \"}", "{\"note\": 1}", "{\"why\": \"\"}")) {
            eva.decide(id, "reject", body).problem(422, "unprocessable");
        }
        eva.decide(id, "reject", null).problem(422, "unprocessable");
        eva.decide(id, "reject", "{\"note\": \"Not news\"}").expect(200);
    }

    @Test
    void theLengthOfTheBodyIsBounded() {
        String body = "{\"headline\": \"" + "x".repeat(5 << 20) + "\"}";
        wim.post("/v1/articles", body).problem(413, "too-large");
    }

    @Test
    void onlyJsonIsRead() {
        wim.post("/v1/articles", "headline: x", "Content-Type", "text/plain")
                .problem(415, "unsupported-media-type");
    }

    private static List<String> names(JsonNode problem, String member) {
        return problem.path(member).valueStream().map(JsonNode::asText).toList();
    }
}
