package galley.editorial.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnServers
class HistoryTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");

    @Inject AgroalDataSource database;

    private List<JsonNode> history(String id) {
        return wim.get("/v1/articles/" + id + "/history")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> texts(List<JsonNode> entries, String pointer) {
        return entries.stream().map(entry -> entry.at(pointer).asText()).toList();
    }

    private String reviewed() {
        String id = wim.create("Bridge opens");
        wim.decide(id, "submit", "{}").expect(200);
        wim.patch(id, "{\"headline\": \"Bridge opens at last\"}").expect(200);
        eva.decide(
                        id,
                        "request-changes",
                        "{\"note\": \"Which bridge?\", \"internalNote\": \"He knows\"}")
                .expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        return id;
    }

    @Test
    void everyDecisionIsThereWithWhoWhenFromWhereAndTheRevisionItSaw() {
        List<JsonNode> entries = history(reviewed());
        assertThat(texts(entries, "/step"))
                .containsExactly("create", "submit", "edit", "request-changes", "submit");
        assertThat(texts(entries, "/name")).containsExactly("wim", "wim", "wim", "eva", "wim");
        assertThat(texts(entries, "/revisionSeen")).containsExactly("null", "1", "2", "3", "4");
        assertThat(texts(entries, "/revisionMade")).containsExactly("1", "2", "3", "4", "5");
        assertThat(texts(entries, "/from/workflow"))
                .containsExactly("", "draft", "in-review", "in-review", "changes-requested");
        assertThat(texts(entries, "/to/workflow"))
                .containsExactly(
                        "draft", "in-review", "in-review", "changes-requested", "in-review");
        assertThat(texts(entries, "/address")).containsOnly("127.0.0.1");
        assertThat(texts(entries, "/at")).isSorted().allMatch(at -> at.endsWith("Z"));
        assertThat(texts(entries, "/actor")).allMatch(actor -> actor.matches("staff:[0-9a-f-]+"));
        assertThat(texts(entries, "/traceId")).allMatch(trace -> trace.matches("[0-9a-f]{32}"));
        JsonNode sentBack = entries.get(3);
        assertThat(sentBack.path("note").asText()).isEqualTo("Which bridge?");
        assertThat(sentBack.path("internalNote").asText()).isEqualTo("He knows");
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        String id = reviewed();
        List<JsonNode> before = history(id);
        Api.as("editor", "wim").decide(id, "approve", "{}").expect(403);
        pia.decide(id, "release", "{}").expect(409);
        eva.decide(id, "reject", "{}").expect(422);
        eva.post("/v1/articles/" + id + "/reject", "{\"note\": \"x\"}", "If-Match", "\"1\"")
                .expect(412);
        wim.patch(id, "{\"headline\": null}").expect(422);
        assertThat(history(id)).isEqualTo(before);
        assertThat(wim.get("/v1/articles/" + id).header("ETag")).isEqualTo("\"5\"");
    }

    @Test
    void aLongHistoryIsReadPageByPage() {
        String id = reviewed();
        JsonNode first = wim.get("/v1/articles/" + id + "/history?limit=3").json();
        eva.decide(id, "reject", "{\"note\": \"No news\"}").expect(200);
        JsonNode second =
                wim.get(
                                "/v1/articles/%s/history?limit=3&cursor=%s"
                                        .formatted(id, first.path("next").asText()))
                        .json();
        assertThat(texts(first.path("items").valueStream().toList(), "/step"))
                .containsExactly("create", "submit", "edit");
        assertThat(texts(second.path("items").valueStream().toList(), "/step"))
                .containsExactly("request-changes", "submit", "reject");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history set note = 'Nothing happened'",
                "delete from history",
                "truncate history",
                "update revision set content = '{}'",
                "delete from revision",
                "truncate revision"
            })
    void theDatabaseLetsNobodyRewriteIt(String statement) throws SQLException {
        String id = reviewed();
        List<JsonNode> before = history(id);
        try (Connection connection = database.getConnection();
                Statement rewrite = connection.createStatement()) {
            assertThatThrownBy(() -> rewrite.executeUpdate(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
        assertThat(history(id)).isEqualTo(before);
    }

    @Test
    void anEarlierRevisionIsReadAsItWas() {
        String id = wim.create("Bridge closes");
        JsonNode first = wim.get("/v1/articles/" + id).json();
        wim.patch(id, "{\"headline\": \"Bridge closes again\"}").expect(200);
        wim.decide(id, "submit", "{}").expect(200);
        JsonNode third = wim.get("/v1/articles/" + id).json();
        eva.decide(id, "approve", "{}").expect(200);
        pia.decide(id, "release", "{}").expect(200);

        String revisions = "/v1/articles/" + id + "/revisions";
        assertThat(wim.get(revisions + "/1").expect(200).json()).isEqualTo(first);
        assertThat(wim.get(revisions + "/3").expect(200).json()).isEqualTo(third);
        assertThat(wim.get(revisions + "/5").expect(200).json())
                .isEqualTo(wim.get("/v1/articles/" + id).json());
        wim.get(revisions + "/6").problem(404, "not-found");
        assertThat(texts(wim.get(revisions).json().path("items").valueStream().toList(), "/step"))
                .containsExactly("create", "edit", "submit", "approve", "release");
    }
}
