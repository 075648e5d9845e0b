package galley.editorial.revision;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What changed between revisions, and the way back. */
@OnServers
class ComparisonTest {
    private static final String PARTS =
            """
            {"parts": [
              {"type": "introduction", "id": "p1", "body": "<p>We reprint this.</p>"},
              {"type": "reprint", "id": "p2", "body": "<p>The ferry runs on Monday.</p>",
               "attribution": {"publisher": "Pier Wire"}},
              {"type": "original", "id": "p3", "body": "<p>It is late.</p>"}]}
            """;
    private static final String CHANGED =
            """
            {"headline": "Ferry runs on Tuesday", "parts": [
              {"type": "original", "id": "p3", "body": "<p>It is late.</p>"},
              {"type": "introduction", "id": "p1", "body": "<p>We reprint this.</p>"},
              {"type": "reprint", "id": "p2", "body": "<p>The ferry runs on Tuesday.</p>",
               "attribution": {"publisher": "The Pier Wire"}}]}
            """;

    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");

    private String edited() {
        String id = wim.create("Ferry runs on Monday");
        wim.patch(id, PARTS).expect(200);
        ana.patch(id, CHANGED).expect(200);
        return id;
    }

    private JsonNode diff(String id, String range) {
        return wim.get("/v1/articles/" + id + "/revisions/" + range + "/diff").expect(200).json();
    }

    @Test
    void fieldsPartsAndWordsAreCompared() {
        var diff = diff(edited(), "2..3");
        assertThat(diff.path("fields")).hasSize(1);
        assertThat(diff.at("/fields/0/field").asText()).isEqualTo("headline");
        assertThat(diff.at("/fields/0/words/1/op").asText()).isEqualTo("delete");
        assertThat(diff.at("/fields/0/words/1/text").asText()).isEqualTo("Monday");
        assertThat(diff.path("parts")).hasSize(2);
        var moved = diff.at("/parts/0");
        assertThat(moved.path("part").asText()).isEqualTo("p3");
        assertThat(moved.path("change")).extracting(JsonNode::asText).containsExactly("moved");
        assertThat(moved.path("from").asInt()).isEqualTo(2);
        assertThat(moved.path("to").asInt()).isZero();
        var changed = diff.at("/parts/1");
        assertThat(changed.path("change")).extracting(JsonNode::asText).containsExactly("changed");
        assertThat(changed.at("/fields/0/field").asText()).isEqualTo("attribution.publisher");
        assertThat(changed.at("/words/2/text").asText()).isEqualTo("Tuesday");
    }

    @Test
    void theWayBackIsComparedToo() {
        var diff = diff(edited(), "3..1");
        assertThat(diff.path("parts"))
                .extracting(part -> part.at("/change/0").asText())
                .containsOnly("removed");
        assertThat(diff(edited(), "2..2").path("fields")).isEmpty();
    }

    @Test
    void whatIsNoRevisionIsNotFound() {
        String id = edited();
        wim.get("/v1/articles/" + id + "/revisions/1..9/diff").problem(404, "not-found");
        wim.get("/v1/articles/" + id + "/revisions/one..2/diff").expect(404);
    }

    @Test
    void anOlderContentBecomesThePresentOne() {
        String id = edited();
        var restored = ana.decide(id, "revisions/2/restore", null).expect(200).json();
        assertThat(restored.path("revision").asInt()).isEqualTo(4);
        assertThat(restored.path("headline").asText()).isEqualTo("Ferry runs on Monday");
        assertThat(diff(id, "2..4").path("parts")).isEmpty();
        var entry = wim.get("/v1/articles/" + id + "/history").json().path("items").path(3);
        assertThat(entry.at("/details/restored").asInt()).isEqualTo(2);
        ana.decide(id, "revisions/9/restore", null).problem(404, "not-found");
    }

    @Test
    void whoMeantAnOlderRevisionLearnsWhatChangedSince() {
        String id = edited();
        var conflict =
                wim.send(
                                "PATCH",
                                "/v1/articles/" + id,
                                "{\"headline\": \"Mine\"}",
                                "If-Match",
                                "\"2\"",
                                "Content-Type",
                                "application/merge-patch+json")
                        .problem(412, "precondition-failed");
        assertThat(conflict.path("revision").asInt()).isEqualTo(3);
        assertThat(conflict.path("changedBy").asText()).startsWith("staff:");
        assertThat(conflict.path("changedByName").asText()).isEqualTo("ana");
        assertThat(conflict.at("/changes/fields/0/after").asText())
                .isEqualTo("Ferry runs on Tuesday");
    }
}
