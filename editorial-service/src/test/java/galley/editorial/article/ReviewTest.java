package galley.editorial.article;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

@OnServers
class ReviewTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    private String released(String headline) {
        String id = wim.create(headline);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);
        return id;
    }

    private static String workflow(Answer answer) {
        return answer.expect(200).json().path("workflow").asText();
    }

    @Test
    void anArticleGoesFromDraftToRelease() {
        String id = wim.create("Harbour opens after two years");
        assertThat(workflow(wim.decide(id, "submit", "{}"))).isEqualTo("in-review");
        assertThat(workflow(eva.decide(id, "approve", null))).isEqualTo("approved");
        Answer released = pia.decide(id, "release", "{\"note\": \"Go\"}").expect(200);
        assertThat(released.header("ETag")).isEqualTo("\"4\"");
        assertThat(released.json().path("slug").asText())
                .isEqualTo("harbour-opens-after-two-years");
        assertThat(released.json().path("version").asInt()).isEqualTo(1);
        assertThat(released.json().path("workflow").asText()).isEqualTo("released");
        assertThat(released.json().path("publication").asText()).isEqualTo("unpublished");
        assertThat(released.json().path("publishedAt").asText())
                .isEqualTo(released.json().path("updatedAt").asText());
        Answer read = eva.get("/v1/articles/" + id);
        assertThat(read.header("ETag")).isEqualTo("\"4\"");
        assertThat(read.json()).isEqualTo(released.json());
    }

    @Test
    void reviewSendsItBackAndItReturns() {
        String id = wim.create("Harbour closes");
        wim.decide(id, "submit", "{}").expect(200);
        assertThat(workflow(eva.decide(id, "request-changes", "{\"note\": \"Which harbour?\"}")))
                .isEqualTo("changes-requested");
        assertThat(workflow(wim.patch(id, "{\"standfirst\": \"In Porto\"}")))
                .isEqualTo("changes-requested");
        assertThat(workflow(wim.decide(id, "submit", "{}"))).isEqualTo("in-review");
        assertThat(workflow(wim.decide(id, "withdraw", "{}"))).isEqualTo("draft");
    }

    @Test
    void editingWhatIsApprovedPutsItBackInReview() {
        String id = wim.create("Harbour reopens");
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        assertThat(workflow(eva.patch(id, "{\"standfirst\": \"Again\"}"))).isEqualTo("in-review");
        eva.decide(id, "approve", "{}").problem(403, "four-eyes");
        pia.decide(id, "approve", "{}").expect(200);
    }

    @Test
    void aSaveThatChangesNothingLeavesAnApprovalAndWritesNothing() {
        String id = wim.create("Harbour stays open");
        wim.decide(id, "submit", "{}").expect(200);
        Answer approved = eva.decide(id, "approve", "{}").expect(200);
        Answer saved = eva.patch(id, "{\"headline\": \"Harbour stays open\"}").expect(200);
        assertThat(saved.json()).isEqualTo(approved.json());
        assertThat(saved.header("ETag")).isEqualTo(approved.header("ETag"));
    }

    @Test
    void whatIsOutOrTurnedDownIsNotEdited() {
        String released = released("Ferry leaves at noon");
        wim.patch(released, "{\"headline\": \"x\"}").problem(409, "illegal-step");
        String rejected = wim.create("Ferry leaves at one");
        wim.decide(rejected, "submit", "{}").expect(200);
        eva.decide(rejected, "reject", "{\"note\": \"It doesn't\"}").expect(200);
        wim.patch(rejected, "{\"headline\": \"x\"}").problem(409, "illegal-step");
    }

    @Test
    void aKillIsImmediateAndTheEnd() {
        String id = released("Ferry leaves at two");
        Answer killed = pia.decide(id, "kill", "{\"note\": \"It never left\"}").expect(200);
        assertThat(killed.json().path("publication").asText()).isEqualTo("killed");
        assertThat(killed.json().path("version").asInt()).isEqualTo(2);
        assertThat(killed.json().path("revision").asInt()).isEqualTo(5);
        Answer again = pia.decide(id, "kill", "{\"note\": \"x\"}");
        assertThat(again.problem(409, "illegal-step").path("allowed")).isEmpty();
    }

    @Test
    void whatWasNeverReleasedIsNotKilled() {
        String id = wim.create("Ferry leaves at three");
        pia.decide(id, "kill", "{\"note\": \"x\"}").problem(409, "illegal-step");
    }

    @Test
    void anEmbargoMovesTheTimeOfPublication() {
        String id = wim.create("Ferry leaves next century");
        wim.patch(id, "{\"embargoedUntil\": \"2126-05-20T12:00:00+02:00\"}").expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        eva.decide(id, "approve", "{}").expect(200);
        Answer released = pia.decide(id, "release", "{\"override\": [\"embargo\"]}").expect(200);
        assertThat(released.json().path("publishedAt").asText()).isEqualTo("2126-05-20T10:00:00Z");
        assertThat(released.json().path("embargoedUntil").asText())
                .isEqualTo("2126-05-20T10:00:00Z");
    }
}
