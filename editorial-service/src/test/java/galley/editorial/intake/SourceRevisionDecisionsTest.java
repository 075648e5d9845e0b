package galley.editorial.intake;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What a source says after people have an article in hand is taken or left. */
@OnServers
class SourceRevisionDecisionsTest {
    private final Api wim = Api.as("writer", "wim");

    @Inject Events events;

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
}
