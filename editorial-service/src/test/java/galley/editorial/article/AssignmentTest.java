package galley.editorial.article;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has an article in hand. */
@OnServers
class AssignmentTest {
    private final Api eva = Api.as("editor", "eva");

    @Test
    void anArticleIsGivenToSomebodyWithATime() {
        String login = "rui-" + UUID.randomUUID();
        String id = eva.create("Tram returns");
        var given =
                eva.decide(
                                id,
                                "assign",
                                "{\"user\": \"%s\", \"desk\": \"coast\", \"dueAt\": \"%s\"}"
                                        .formatted(login, "2030-01-01T12:00:00Z"))
                        .expect(200)
                        .json();
        assertThat(given.path("assignee").asText()).startsWith("staff:").doesNotContain(login);
        assertThat(given.path("desk").asText()).isEqualTo("coast");
        assertThat(given.path("dueAt").asText()).isEqualTo("2030-01-01T12:00:00Z");
        var rui = Api.as("writer", login);
        assertThat(ids(rui, "assignee=me")).containsExactly(id);
        assertThat(ids(eva, "assignee=" + login)).containsExactly(id);
        assertThat(ids(eva, "assignee=" + given.path("assignee").asText())).containsExactly(id);
        assertThat(ids(eva, "assignee=nobody-" + login)).isEmpty();
    }

    @Test
    void nullTakesAwayAndWhatIsAbsentStays() {
        String id = eva.create("Pier closes");
        eva.decide(id, "assign", "{\"user\": \"ana\", \"desk\": \"coast\"}").expect(200);
        var left = eva.decide(id, "assign", "{\"user\": null}").expect(200).json();
        assertThat(left.path("assignee").isNull()).isTrue();
        assertThat(left.path("desk").asText()).isEqualTo("coast");
    }

    @Test
    void theHistoryTellsToWhom() {
        String id = eva.create("Well found");
        var given = eva.decide(id, "assign", "{\"user\": \"ana\"}").expect(200).json();
        var entry = eva.get("/v1/articles/" + id + "/history").json().path("items").path(1);
        assertThat(entry.path("step").asText()).isEqualTo("assign");
        assertThat(entry.at("/details/assignee")).isEqualTo(given.path("assignee"));
    }

    @Test
    void onlyEditorsAssign() {
        var wim = Api.as("writer", "wim");
        wim.decide(wim.create("Mine"), "assign", "{\"user\": \"wim\"}").problem(403, "forbidden");
    }

    private static List<String> ids(Api api, String query) {
        return api.get("/v1/articles?" + query)
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("id");
    }
}
