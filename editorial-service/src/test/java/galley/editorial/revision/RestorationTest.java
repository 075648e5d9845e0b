package galley.editorial.revision;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;
import galley.events.ItemProposal;

import static org.assertj.core.api.Assertions.assertThat;

/** The way back to what an article once said. */
@OnServers
class RestorationTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");
    private final Api eva = Api.as("editor", "eva");

    @Inject Events events;

    private String edited() {
        String id = wim.create("Ferry runs on Monday");
        wim.patch(
                        id,
                        """
                        {"headline": "Ferry runs on Tuesday", "tags": ["coast"], "parts": [
                          {"type": "original", "id": "p1", "body": "<p>It is late.</p>"}]}
                        """)
                .expect(200);
        return id;
    }

    private JsonNode lastOf(String id) {
        var items = wim.get("/v1/articles/" + id + "/history").expect(200).json().path("items");
        return items.path(items.size() - 1);
    }

    @Test
    void anOlderContentBecomesThePresentOneAsAnEdit() {
        String id = edited();
        var restored = ana.decide(id, "revisions/1/restore", null).expect(200).json();
        assertThat(restored.path("revision").asInt()).isEqualTo(3);
        assertThat(restored.path("headline").asText()).isEqualTo("Ferry runs on Monday");
        assertThat(restored.path("parts")).isEmpty();
        var diff = wim.get("/v1/articles/" + id + "/revisions/1..3/diff").expect(200).json();
        assertThat(diff.path("fields")).isEmpty();
        assertThat(diff.path("parts")).isEmpty();
        var entry = lastOf(id);
        assertThat(entry.path("step").asText()).isEqualTo("edit");
        assertThat(entry.path("name").asText()).isEqualTo("ana");
        assertThat(entry.path("internalNote").asText()).isEqualTo("Restored revision 1.");
        assertThat(entry.at("/details/restored").asInt()).isEqualTo(1);
    }

    @Test
    void theHistoryKeepsWhyItWasDone() {
        String id = edited();
        ana.decide(id, "revisions/1/restore", "{\"internalNote\": \" Tuesday was wrong. \"}")
                .expect(200);
        assertThat(lastOf(id).path("internalNote").asText())
                .isEqualTo("Restored revision 1: Tuesday was wrong.");
        assertThat(lastOf(id).path("note").isTextual()).isFalse();
    }

    @Test
    void whatItSaysAlreadyChangesNothing() {
        String id = edited();
        String before = wim.get("/v1/articles/" + id + "/history").response().body();
        var same = ana.decide(id, "revisions/2/restore", "{\"internalNote\": \"x\"}");
        assertThat(same.expect(200).header("ETag")).isEqualTo("\"2\"");
        assertThat(wim.get("/v1/articles/" + id + "/history").response().body()).isEqualTo(before);
    }

    @Test
    void whatWasApprovedIsReviewedAgain() {
        String id = edited();
        wim.decide(id, "submit", null).expect(200);
        eva.decide(id, "approve", null).expect(200);
        var restored = wim.decide(id, "revisions/1/restore", null).expect(200).json();
        assertThat(restored.path("workflow").asText()).isEqualTo("in-review");
    }

    @Test
    void proposalsStayThoseOfNow() {
        var item =
                IngestedItem.harbour()
                        .with(
                                "proposals",
                                List.of(proposal("kind", "reprint"), proposal("section", "coast")));
        item.arrive(events);
        String id = item.article().toString();
        var arrived = wim.get("/v1/articles/" + id).expect(200).json();
        assertThat(arrived.path("proposals")).hasSize(2);
        wim.patch(id, "{\"headline\": \"Harbour opens late\"}").expect(200);
        String first = arrived.at("/proposals/0/id").asText();
        wim.decide(id, "proposals/" + first + "/dismiss", null).expect(200);
        var restored = wim.decide(id, "revisions/1/restore", null).expect(200).json();
        assertThat(restored.path("headline")).isEqualTo(arrived.path("headline"));
        assertThat(restored.path("proposals")).containsExactly(arrived.at("/proposals/1"));
    }

    @Test
    void whateverASourceSentIsRestored() {
        for (String headline : new String[] {null, "x".repeat(1_001)}) {
            var item = IngestedItem.harbour().with("headline", headline);
            item.arrive(events);
            String id = item.article().toString();
            var arrived = wim.get("/v1/articles/" + id).expect(200).json();
            wim.patch(id, "{\"tags\": [\"coast\"]}").expect(200);
            wim.patch(id, "{\"headline\": \"Harbour opens late\"}").expect(200);
            var restored = wim.decide(id, "revisions/1/restore", null).expect(200).json();
            assertThat(restored.path("headline")).isEqualTo(arrived.path("headline"));
        }
    }

    private static ItemProposal proposal(String what, String value) {
        return new ItemProposal(what, null, value, "words of " + what, 0.9);
    }

    @Test
    void whereNobodyMayEditNothingIsRestored() {
        String id = edited();
        eva.decide(id, "spike", null).expect(200);
        wim.decide(id, "revisions/1/restore", null).problem(409, "illegal-step");
        String locked = edited();
        ana.post("/v1/articles/" + locked + "/lock", null).expect(200);
        wim.decide(locked, "revisions/1/restore", null).problem(409, "locked");
    }

    @Test
    void itTakesTheRevisionThatWasSeen() {
        String path = "/v1/articles/" + edited() + "/revisions/1/restore";
        wim.post(path, null).problem(428, "precondition-required");
        wim.post(path, null, "If-Match", "\"1\"").problem(412, "precondition-failed");
    }

    @Test
    void whatIsNoRevisionIsNotFound() {
        String path = "/v1/articles/" + edited() + "/revisions/9/restore";
        wim.post(path, null).problem(404, "not-found");
        wim.post(path, null, "If-Match", "\"2\"").problem(404, "not-found");
    }

    @Test
    void itTakesAnInternalNoteAndNothingElse() {
        String id = edited();
        for (String body :
                new String[] {
                    "[]",
                    "null",
                    "{\"note\": \"x\"}",
                    "{\"internalNote\": 1}",
                    "{\"internalNote\": \"%s\"}".formatted("x".repeat(10_001))
                }) {
            wim.decide(id, "revisions/1/restore", body).problem(422, "unprocessable");
        }
        wim.decide(id, "revisions/1/restore", "{").problem(400, "malformed-json");
        assertThat(wim.get("/v1/articles/" + id).header("ETag")).isEqualTo("\"2\"");
    }
}
