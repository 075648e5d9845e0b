package galley.editorial.proposal;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;

import static org.assertj.core.api.Assertions.assertThat;

/** That its source takes an article back is a proposal, on which people decide. */
@OnServers
class CancelTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject Events events;

    private String arrived(IngestedItem item) {
        item.arrive(events);
        return item.article().toString();
    }

    private Api.Answer accept(Api api, String id, String body) {
        return api.decide(id, "proposals/" + cancelOf(id) + "/accept", body);
    }

    private String cancelOf(String id) {
        JsonNode article = eva.get("/v1/articles/" + id).expect(200).json();
        return article.path("proposals")
                .valueStream()
                .filter(proposal -> proposal.path("what").asText().equals("cancel"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @Test
    void aCancelPutsAwayWhatWasNotReleased() {
        var item = IngestedItem.harbour();
        String id = arrived(item);
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        accept(wim, id, null).problem(403, "forbidden");
        var spiked = accept(eva, id, null).expect(200).json();
        assertThat(spiked.path("workflow").asText()).isEqualTo("spiked");
        assertThat(spiked.path("proposals")).isEmpty();
    }

    @Test
    void aCancelKillsWhatWasReleasedWithTheSourcesWords() {
        var item = IngestedItem.harbour();
        String id = released(item);
        item.revised(2, "")
                .with("pubStatus", "canceled")
                .with("editorialNote", "Wrong ferry")
                .arrive(events);
        accept(eva, id, null).problem(403, "forbidden");
        var killed = accept(pia, id, null).expect(200).json();
        assertThat(killed.path("publication").asText()).isEqualTo("killed");
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(entries.findValuesAsText("note")).contains("Wrong ferry");
    }

    @Test
    void aNoteThatIsTooLongIsRefusedAndTheCancelWaits() {
        var item = IngestedItem.harbour();
        String id = released(item);
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        String note = "{\"note\": \"%s\"}";
        var refused = accept(pia, id, note.formatted("x".repeat(1_100_000)));
        assertThat(refused.problem(422, "unprocessable").at("/errors/0/field").asText())
                .isEqualTo("note");
        var killed = accept(pia, id, note.formatted("x".repeat(10_000))).expect(200);
        assertThat(killed.json().path("publication").asText()).isEqualTo("killed");
    }

    @Test
    void ofWhatASourceSaidAtLengthTheBeginningIsTheNote() {
        var item = IngestedItem.harbour();
        String id = released(item);
        item.revised(2, "")
                .with("pubStatus", "canceled")
                .with("editorialNote", "x".repeat(600_000))
                .arrive(events);
        accept(pia, id, null).expect(200);
        var entries = eva.get("/v1/articles/" + id + "/history").json().path("items");
        assertThat(entries.findValuesAsText("note")).contains("x".repeat(9_999) + "…");
    }

    @Test
    void aCancelThatIsDismissedLeavesTheArticleAsItIs() {
        var item = IngestedItem.harbour();
        String id = released(item);
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        var kept = pia.decide(id, "proposals/" + cancelOf(id) + "/dismiss", null);
        assertThat(kept.expect(200).json().path("proposals")).isEmpty();
        assertThat(kept.json().path("workflow").asText()).isEqualTo("released");
    }

    private String released(IngestedItem item) {
        String id = arrived(item);
        wim.decide(id, "submit", null).expect(200);
        eva.decide(id, "approve", null).expect(200);
        pia.decide(id, "release", null).expect(200);
        return id;
    }
}
