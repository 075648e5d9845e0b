package galley.editorial.intake;

import java.sql.SQLException;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.ItemProposal;

import static org.assertj.core.api.Assertions.assertThat;

/** What a source says after people have an article in hand is taken or left. */
@OnServers
class SourceRevisionDecisionsTest {
    private final Api wim = Api.as("writer", "wim");

    @Inject Events events;
    @Inject AgroalDataSource database;

    /** Edited by a person, and then changed twice by its source. */
    private String edited() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.patch(id, "{\"section\": \"Coast\"}").expect(200);
        item.revised(2, "<p>The harbour opened on Tuesday.</p>").arrive(events);
        item.revised(3, "<p>The harbour opened on Friday.</p>").arrive(events);
        return id;
    }

    private JsonNode revisions(String id) {
        return wim.get("/v1/articles/" + id + "/source-revisions").expect(200).json().path("items");
    }

    @Test
    void whatIsTakenBecomesTheTextAndTheStaffsDecisionsStay() {
        String id = edited();
        var diff = wim.get("/v1/articles/" + id + "/source-revisions/3/diff").expect(200).json();
        assertThat(diff.at("/parts/0/words").findValuesAsText("text")).contains("Friday");
        var taken = wim.decide(id, "source-revisions/3/take", null).expect(200).json();
        assertThat(taken.at("/parts/0/body").asText())
                .isEqualTo("<p>The harbour opened on Friday.</p>");
        assertThat(taken.path("section").asText()).isEqualTo("Coast");
        assertThat(taken.at("/provenance/itemRevision").asInt()).isEqualTo(3);
        assertThat(revisions(id))
                .extracting(it -> it.path("status").asText())
                .containsExactly("left", "taken");
        wim.decide(id, "source-revisions/3/take", null).problem(404, "not-found");
    }

    @Test
    void whatIsLeftChangesNothing() {
        String id = edited();
        var left = wim.decide(id, "source-revisions/2/leave", null).expect(200).json();
        assertThat(left.path("revision").asInt()).isEqualTo(2);
        assertThat(revisions(id))
                .extracting(it -> it.path("status").asText())
                .containsExactly("left", "pending");
        assertThat(revisions(id).path(0).path("decidedBy").asText()).startsWith("staff:");
    }

    @Test
    void whatIsReleasedIsToBeUpdatedFirst() {
        String id = edited();
        wim.decide(id, "submit", null).expect(200);
        Api.as("publisher", "ada").decide(id, "approve", null).expect(200);
        Api.as("publisher", "pia").decide(id, "release", null).expect(200);
        wim.decide(id, "source-revisions/3/take", null).problem(409, "illegal-step");
        Api.as("publisher", "pia").decide(id, "update", null).expect(200);
        wim.decide(id, "source-revisions/3/take", null).expect(200);
    }

    @Test
    void onlyWhoMayWriteInTheDeskDecidesOnThem() {
        String id = edited();
        String desk = "coast-" + id;
        var admin = Api.as("admin", "ada");
        String member =
                "{\"members\": [{\"user\": \"lia-%s\", \"role\": \"writer\"}]}".formatted(id);
        admin.send("PUT", "/v1/desks/" + desk, member, "If-Match", "\"0\"").expect(200);
        Api.as("editor", "eva")
                .decide(id, "assign", "{\"desk\": \"%s\"}".formatted(desk))
                .expect(200);
        wim.decide(id, "source-revisions/3/leave", null).problem(403, "desk-privilege");
        wim.decide(id, "source-revisions/3/take", null).problem(403, "desk-privilege");
        Api.as("writer", "lia-" + id).decide(id, "source-revisions/3/take", null).expect(200);
    }

    private static final String TALK =
            "<p>We reprint a text.</p><p>The harbor opened.</p><p>Boats came.</p>";

    /** Divided, embargoed and given an alternative text by the staff before its source goes on. */
    private String prepared(IngestedItem item) {
        item.arrive(events);
        String id = item.article().toString();
        wim.decide(id, "proposals/accept", null).expect(200);
        var parts = (ArrayNode) article(id).path("parts");
        ((ObjectNode) parts.at("/1/attribution")).put("translator", "Rui Sá");
        parts.addObject()
                .put("type", "media")
                .put("kind", "image")
                .put("url", "https://tide-letter.example/boat.jpg")
                .put("alt", "A boat");
        wim.patch(
                        id,
                        """
                        {"embargoedUntil": "2099-06-01T12:00:00Z",
                         "teaserBreak": {"part": "p2", "block": 1}, "parts": %s}
                        """
                                .formatted(parts))
                .expect(200);
        return id;
    }

    private static IngestedItem talk() {
        return IngestedItem.harbour()
                .with("body", TALK)
                .with(
                        "proposals",
                        List.of(
                                new ItemProposal("part", 0, "introduction:0-0", "words", 0.9),
                                new ItemProposal("part", 1, "reprint:1-2", "words", 0.9),
                                new ItemProposal(
                                        "attribution.publisher", 1, "Pier Wire", "words", 0.9)));
    }

    private JsonNode article(String id) {
        return wim.get("/v1/articles/" + id).expect(200).json();
    }

    private JsonNode lastDetails(String id) {
        var entries = wim.get("/v1/articles/" + id + "/history").expect(200).json().path("items");
        return entries.path(entries.size() - 1).path("details");
    }

    @Test
    void whatTheStaffMadeOfAnItemOutlivesItsSourcesNextRevisions() {
        var item = talk();
        String id = prepared(item);
        var before = article(id);
        item.revised(2, TALK.replace("harbor", "harbour")).arrive(events);
        var taken = wim.decide(id, "source-revisions/2/take", null).expect(200).json();
        assertThat(taken.at("/parts/1/body").asText())
                .isEqualTo("<p>The harbour opened.</p><p>Boats came.</p>");
        for (String kept :
                List.of(
                        "/embargoedUntil",
                        "/teaserBreak",
                        "/parts/0",
                        "/parts/1/attribution",
                        "/parts/2",
                        "/proposals")) {
            assertThat(taken.at(kept)).isEqualTo(before.at(kept));
        }
        item.revised(3, TALK.replace("harbor", "harbour").replace("Boats", "Ships")).arrive(events);
        var again = wim.decide(id, "source-revisions/3/take", null).expect(200).json();
        assertThat(again.at("/parts/1/body").asText())
                .isEqualTo("<p>The harbour opened.</p><p>Ships came.</p>");
        assertThat(again.at("/parts/0")).isEqualTo(before.at("/parts/0"));
    }

    @Test
    void whereBothChangedTheSameTheEditorDecides() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.patch(id, "{\"headline\": \"At last: the harbour\"}").expect(200);
        item.revised(2, "<p>It opened on Tuesday.</p>")
                .with("headline", "The harbour opens")
                .arrive(events);
        var diff = wim.get("/v1/articles/" + id + "/source-revisions/2/diff").expect(200).json();
        assertThat(diff.path("conflicts").findValuesAsText("field")).containsExactly("headline");
        assertThat(diff.path("fields")).isEmpty();
        var refused =
                wim.decide(id, "source-revisions/2/take", null).problem(409, "source-conflict");
        assertThat(refused.at("/conflicts/0/source").asText()).isEqualTo("The harbour opens");
        var kept =
                wim.decide(id, "source-revisions/2/take", "{\"replace\": false}")
                        .expect(200)
                        .json();
        assertThat(kept.path("headline").asText()).isEqualTo("At last: the harbour");
        assertThat(kept.at("/parts/0/body").asText()).isEqualTo("<p>It opened on Tuesday.</p>");
        assertThat(lastDetails(id).at("/kept/0/source").asText()).isEqualTo("The harbour opens");
        item.revised(3, "<p>It opened on Friday.</p>")
                .with("headline", "The harbour opens")
                .arrive(events);
        wim.decide(id, "source-revisions/3/take", null).expect(200);
    }

    @Test
    void theSourcesTextCanTakeThePlaceOfAllThatWasMadeOfIt() {
        var item = talk();
        String id = prepared(item);
        item.revised(2, "<p>Nothing is as it was.</p>").with("proposals", List.of()).arrive(events);
        var replaced =
                wim.decide(id, "source-revisions/2/take", "{\"replace\": true}").expect(200).json();
        assertThat(replaced.path("parts")).hasSize(1);
        assertThat(replaced.at("/parts/0/body").asText()).contains("Nothing is as it was");
        assertThat(replaced.path("embargoedUntil").asText()).isEqualTo("2099-06-01T12:00:00Z");
        assertThat(lastDetails(id).path("replaced").asBoolean()).isTrue();
    }

    @Test
    void whatChangesNothingHereIsTakenAllTheSame() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.patch(id, "{\"headline\": \"The harbour opens\"}").expect(200);
        item.revised(2, "<p>The harbour opened on Monday.</p>")
                .with("headline", "The harbour opens")
                .arrive(events);
        var taken = wim.decide(id, "source-revisions/2/take", null).expect(200).json();
        assertThat(taken.at("/provenance/itemRevision").asInt()).isEqualTo(2);
        assertThat(revisions(id).at("/0/status").asText()).isEqualTo("taken");
    }

    @Test
    void anUpdateThatBeginsAnewComesFromWhereTheReleasedTextCame() {
        Api pia = Api.as("publisher", "pia");
        String id = edited();
        wim.decide(id, "submit", null).expect(200);
        Api.as("publisher", "ada").decide(id, "approve", null).expect(200);
        pia.decide(id, "release", null).expect(200);
        pia.decide(id, "update", null).expect(200);
        wim.decide(id, "source-revisions/2/take", null).expect(200);
        Api.as("editor", "eva").decide(id, "spike", "{\"note\": \"Not yet\"}").expect(200);
        var anew = pia.decide(id, "update", null).expect(200).json();
        assertThat(anew.at("/provenance/itemRevision").asInt()).isEqualTo(1);
        assertThat(anew.at("/parts/0/body").asText())
                .isEqualTo("<p>The harbour opened on Monday.</p>");
    }

    @Test
    void whatTheSourceTookBackHasNoTextToTake() {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        item.revised(2, "").with("pubStatus", "canceled").arrive(events);
        wim.decide(id, "source-revisions/2/take", null).problem(409, "source-canceled");
        wim.get("/v1/articles/" + id + "/source-revisions/2/diff").problem(409, "source-canceled");
        wim.decide(id, "source-revisions/2/leave", null).expect(200);
    }

    @Test
    void whatWaitsOfBeforeTheTextOfNowIsNotTaken() throws SQLException {
        var item = IngestedItem.harbour();
        item.arrive(events);
        String id = item.article().toString();
        wim.post("/v1/articles/" + id + "/lock", null).expect(200);
        item.revised(2, "<p>second</p>").arrive(events);
        wim.post("/v1/articles/" + id + "/unlock", null).expect(204);
        item.revised(3, "<p>third</p>").arrive(events);
        try (var connection = database.getConnection();
                var older =
                        connection.prepareStatement(
                                "update source_revision set decision = null, decided_by = null,"
                                        + " decided_at = null where article_id = ?::uuid")) {
            older.setString(1, id); // as an earlier version of the service left it
            older.executeUpdate();
        }
        wim.decide(id, "source-revisions/2/take", null).problem(409, "source-revision-outdated");
        assertThat(article(id).at("/parts/0/body").asText()).isEqualTo("<p>third</p>");
    }
}
