package galley.editorial.revision;

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Who meant an older revision learns what changed since. */
@OnServers
class ConflictTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");

    private String edited() {
        String id = wim.create("Ferry runs on Monday");
        ana.patch(id, "{\"headline\": \"Ferry runs on Tuesday\"}").expect(200);
        return id;
    }

    private JsonNode refused(String id, String etag) {
        return wim.send(
                        "PATCH",
                        "/v1/articles/" + id,
                        "{\"headline\": \"Mine\"}",
                        "If-Match",
                        etag,
                        "Content-Type",
                        "application/merge-patch+json")
                .problem(412, "precondition-failed");
    }

    private static void assertTellsWhoWroteLast(JsonNode conflict) {
        assertThat(conflict.path("revision").asInt()).isEqualTo(2);
        assertThat(conflict.path("changedBy").asText()).startsWith("staff:");
        assertThat(conflict.path("changedByName").asText()).isEqualTo("ana");
        assertThat(Instant.parse(conflict.path("changedAt").asText())).isBefore(Instant.now());
    }

    private static void assertTellsWhatChanged(JsonNode conflict) {
        assertTellsWhoWroteLast(conflict);
        assertThat(conflict.at("/changes/fields/0/before").asText())
                .isEqualTo("Ferry runs on Monday");
        assertThat(conflict.at("/changes/fields/0/after").asText())
                .isEqualTo("Ferry runs on Tuesday");
        assertThat(conflict.at("/changes/fields/0/words/1/text").asText()).isEqualTo("Monday");
    }

    @Test
    void aSaveOnAnOlderRevisionIsToldWhatChanged() {
        assertTellsWhatChanged(refused(edited(), "\"1\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit", "revisions/1/restore"})
    void aDecisionOnAnOlderRevisionIsToldWhatChanged(String decision) {
        String path = "/v1/articles/" + edited() + "/" + decision;
        var refused = wim.post(path, "{}", "If-Match", "\"1\"");
        assertTellsWhatChanged(refused.problem(412, "precondition-failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"99\"", "\"0\"", "\"mine\"", "mine"})
    void whoMeantNoRevisionIsToldWhoWroteLastAlone(String etag) {
        var conflict = refused(edited(), etag);
        assertTellsWhoWroteLast(conflict);
        assertThat(conflict.has("changes")).isFalse();
    }
}
