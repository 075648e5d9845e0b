package galley.editorial.article;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** What can still be done about an article that went out. */
@OnServers
class AmendmentTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    private String released(String headline) {
        String id = wim.create(headline);
        review(id);
        return id;
    }

    private void review(String id) {
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
    }

    private static String workflow(Answer answer) {
        return answer.expect(200).json().path("workflow").asText();
    }

    @Test
    void aCorrectionIsReviewedAndReleasedAsTheNextVersionWithItsNote() {
        String id = released("Ferry runs on Monday");
        Answer begun = pia.decide(id, "correct", "{\"note\": \"The day was wrong\"}").expect(200);
        assertThat(begun.json().path("workflow").asText()).isEqualTo("draft");
        assertThat(begun.json().path("version").asInt()).isEqualTo(1);
        assertThat(begun.json().at("/amendment/kind").asText()).isEqualTo("correction");
        assertThat(begun.json().path("corrections")).isEmpty();
        wim.patch(id, "{\"headline\": \"Ferry runs on Tuesday\"}").expect(200);
        review(id);
        Answer corrected = eva.get("/v1/articles/" + id).expect(200);
        assertThat(corrected.json().path("version").asInt()).isEqualTo(2);
        assertThat(corrected.json().path("amendment").isNull()).isTrue();
        assertThat(corrected.json().path("slug").asText()).isEqualTo("ferry-runs-on-monday");
        assertThat(corrected.json().path("corrections")).hasSize(1);
        assertThat(corrected.json().at("/corrections/0/version").asInt()).isEqualTo(2);
        assertThat(corrected.json().at("/corrections/0/note").asText())
                .isEqualTo("The day was wrong");
    }

    @Test
    void anUpdateIsReleasedWithoutACorrection() {
        String id = released("Bridge opens");
        assertThat(workflow(pia.decide(id, "update", null))).isEqualTo("draft");
        wim.patch(id, "{\"headline\": \"Bridge has opened\"}").expect(200);
        review(id);
        Answer updated = eva.get("/v1/articles/" + id).expect(200);
        assertThat(updated.json().path("version").asInt()).isEqualTo(2);
        assertThat(updated.json().path("corrections")).isEmpty();
    }

    @Test
    void aCorrectionSaysWhatWasWrong() {
        String id = released("Market moves");
        pia.decide(id, "correct", "{}").problem(422, "unprocessable");
        eva.decide(id, "correct", "{\"note\": \"x\"}").problem(403, "forbidden");
        pia.decide(wim.create("Not out yet"), "correct", "{\"note\": \"x\"}")
                .problem(409, "illegal-step");
    }

    @Test
    void theNoteOfACorrectionTakesOtherEyesThanItsWriters() {
        String id = released("Ferry runs at noon");
        pia.decide(id, "correct", "{\"note\": \"It runs at ten\"}").expect(200);
        pia.decide(id, "submit", "{}").expect(200);
        pia.decide(id, "approve", "{}").problem(403, "four-eyes");
        eva.decide(id, "approve", "{}").expect(200);
    }

    @Test
    void anAmendmentThatWasPutAwayBeginsAgainWithWhatReadersHave() {
        String id = released("Library lends tools");
        pia.decide(id, "update", null).expect(200);
        wim.patch(id, "{\"headline\": \"Nonsense\"}").expect(200);
        assertThat(workflow(eva.decide(id, "spike", null))).isEqualTo("spiked");
        Answer again = pia.decide(id, "correct", "{\"note\": \"Not tools\"}").expect(200);
        assertThat(again.json().path("workflow").asText()).isEqualTo("draft");
        assertThat(again.json().path("headline").asText()).isEqualTo("Library lends tools");
    }

    @Test
    void whatIsWithheldIsReinstated() {
        String id = released("Claim about a bridge");
        Answer withheld = pia.decide(id, "withhold", "{\"note\": \"Being checked\"}").expect(200);
        assertThat(withheld.json().path("publication").asText()).isEqualTo("withheld");
        assertThat(withheld.json().path("version").asInt()).isEqualTo(1);
        pia.decide(id, "withhold", null).problem(409, "illegal-step");
        assertThat(
                        pia.decide(id, "reinstate", null)
                                .expect(200)
                                .json()
                                .path("publication")
                                .asText())
                .isEqualTo("unpublished");
        pia.decide(id, "reinstate", null).problem(409, "illegal-step");
    }

    @Test
    void whatWasNeverReleasedIsNotWithheld() {
        pia.decide(wim.create("Only a draft"), "withhold", null).problem(409, "illegal-step");
    }

    @Test
    void aWorkingRevisionIsPutAwayAndComesBackWhereItWas() {
        String id = wim.create("Quiet news");
        wim.decide(id, "submit", "{}").expect(200);
        wim.decide(id, "spike", null).problem(403, "forbidden");
        assertThat(workflow(eva.decide(id, "spike", null))).isEqualTo("spiked");
        eva.patch(id, "{\"headline\": \"x\"}").problem(409, "illegal-step");
        assertThat(workflow(eva.decide(id, "restore", null))).isEqualTo("in-review");
        eva.decide(id, "restore", null).problem(409, "illegal-step");
    }

    @Test
    void anEmergencyNeedsNoSecondPairOfEyesButAReasonThatTheHistoryShows() {
        String id = pia.create("Storm warning");
        pia.decide(id, "emergency-release", "{\"note\": \"x\"}").problem(422, "unprocessable");
        eva.decide(id, "emergency-release", "{\"internalNote\": \"x\"}").problem(403, "forbidden");
        Answer out =
                pia.decide(id, "emergency-release", "{\"internalNote\": \"Nobody else is in\"}")
                        .expect(200);
        assertThat(out.json().path("workflow").asText()).isEqualTo("released");
        assertThat(out.json().path("version").asInt()).isEqualTo(1);
        var last = eva.get("/v1/articles/" + id + "/history").json().path("items").path(1);
        assertThat(last.path("step").asText()).isEqualTo("emergency-release");
        assertThat(last.path("internalNote").asText()).isEqualTo("Nobody else is in");
    }

    @Test
    void anEmbargoStopsTheReleaseUnlessItIsOverriddenWhichTheHistoryShows() {
        String id = wim.create("Budget vote");
        wim.patch(id, "{\"embargoedUntil\": \"2040-01-01T00:00:00Z\"}").expect(200);
        wim.decide(id, "submit", null).expect(200);
        eva.decide(id, "approve", null).expect(200);
        var blocked = pia.decide(id, "release", null).problem(409, "checks-block");
        assertThat(blocked.at("/findings/0/check").asText()).isEqualTo("embargo");
        pia.decide(id, "schedule", "{\"at\": \"2039-12-31T00:00:00Z\"}")
                .problem(409, "checks-block");
        pia.decide(id, "schedule", "{\"at\": \"2040-01-01T00:00:01Z\"}").expect(200);
        pia.decide(id, "release", "{\"override\": [\"embargo\"]}").expect(200);
        var items = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(items.path(5).at("/details/overridden/0").asText()).isEqualTo("embargo");
    }

    @Test
    void whatOnlyJustFitsIsNotCorrectedWithANoteForWhichThereIsNoRoom() {
        String id = wim.create("A long ferry");
        int taken =
                Events.await(Topics.LIFECYCLE, UUID.fromString(id), 1).getFirst().value().length;
        String body = "<p>" + "w".repeat(limit() - taken - 3_000) + "</p>";
        wim.patch(id, "{\"parts\": [{\"type\": \"original\", \"body\": \"%s\"}]}".formatted(body))
                .expect(200);
        review(id);
        String note = "{\"note\": \"%s\"}";
        String etag = eva.get("/v1/articles/" + id).header("ETag");
        pia.decide(id, "correct", note.formatted("n".repeat(9_000))).problem(413, "too-large");
        assertThat(eva.get("/v1/articles/" + id).header("ETag")).isEqualTo(etag);
        pia.decide(id, "correct", note.formatted("The fare")).expect(200);
    }

    /** How many bytes an article may take as an event: what a refusal tells. */
    private int limit() {
        String body = "w".repeat(1_100_000);
        return wim.post(
                        "/v1/articles",
                        "{\"headline\": \"Long\", \"parts\": [{\"type\": \"original\", \"body\": \"%s\"}]}"
                                .formatted(body))
                .problem(413, "too-large")
                .path("maxBytes")
                .asInt();
    }
}
