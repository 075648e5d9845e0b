package galley.editorial.revision;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** What changed between revisions. */
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
    void whatIsNewOrGoneTellsAllThatItSays() {
        String id = wim.create("Ferry in pictures");
        wim.patch(
                        id,
                        """
                        {"parts": [{"type": "media", "id": "p1", "kind": "image",
                          "url": "https://pier.example/f.jpg", "caption": "The ferry"}]}
                        """)
                .expect(200);
        var added = diff(id, "1..2").at("/parts/0");
        assertThat(added.path("type").asText()).isEqualTo("media");
        assertThat(field(added, "caption").path("before").isNull()).isTrue();
        assertThat(field(added, "caption").path("after").asText()).isEqualTo("The ferry");
        var removed = diff(id, "2..1").at("/parts/0");
        assertThat(field(removed, "caption").path("before").asText()).isEqualTo("The ferry");
        assertThat(removed.path("words")).isEmpty();
    }

    private static JsonNode field(JsonNode change, String name) {
        for (JsonNode field : change.path("fields")) {
            if (field.path("field").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("No change of " + name + ": " + change);
    }

    @Test
    void whatIsNoRevisionIsNotFound() {
        String id = edited();
        for (String range : List.of("1..9", "0..1", "9..1")) {
            wim.get(revisions(id) + range + "/diff").problem(404, "not-found");
        }
        wim.get(revisions("01990000-0000-7000-8000-000000000000") + "1..2/diff")
                .problem(404, "not-found");
    }

    @Test
    void whatIsNoPairOfNumbersIsNotUnderstood() {
        String id = edited();
        for (String range : List.of("one..2", "1..two", "1-2", "2", "1..2..3", "1..", "-1..2")) {
            wim.get(revisions(id) + range + "/diff").problem(400, "bad-request");
        }
    }

    private static String revisions(String id) {
        return "/v1/articles/" + id + "/revisions/";
    }
}
