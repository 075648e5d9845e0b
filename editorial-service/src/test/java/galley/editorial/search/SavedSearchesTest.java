package galley.editorial.search;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People look for something again and again, and are told when there is more of it. */
@OnServers
class SavedSearchesTest {
    @Inject AgroalDataSource database;

    private final Api lia = Api.as("editor", "lia-" + UUID.randomUUID());
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @Test
    void aSearchIsSavedReadReplacedAndForgotten() {
        Answer saved = save("{\"q\": \"%s -bus\", \"state\": [\"draft\", \"in-review\"]}", false);
        assertThat(saved.header("Location")).endsWith(id(saved));
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        Answer read = lia.get(path(saved)).expect(200);
        assertThat(read.json()).isEqualTo(saved.json());
        assertThat(read.json().at("/query/state/1").asText()).isEqualTo("in-review");
        String other = "{\"name\": \"Other\", \"query\": {\"desk\": \"coast\"}}";
        Answer replaced = lia.send("PUT", path(saved), other, "If-Match", "\"1\"").expect(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(replaced.json().path("href").asText()).isEqualTo("/v1/articles?desk=coast");
        lia.send("DELETE", path(saved), null, "If-Match", "\"2\"").expect(204);
        lia.get(path(saved)).problem(404, "not-found");
    }

    @Test
    void itsAddressListsWhatMatches() {
        String id = lia.create("Ferry " + word);
        lia.create("Ferry and bus " + word);
        JsonNode saved = save("{\"q\": \"%s -bus\", \"state\": [\"draft\"]}", false).json();
        JsonNode list = lia.get(saved.path("href").asText()).expect(200).json();
        assertThat(list.path("items")).hasSize(1);
        assertThat(list.at("/items/0/id").asText()).isEqualTo(id);
    }

    @Test
    void searchesAreTheirOwnersAlone() {
        Answer saved = save("{\"q\": \"%s\"}", false);
        var other = Api.as("editor", "sid-" + UUID.randomUUID());
        other.get(path(saved)).problem(404, "not-found");
        other.send("PUT", path(saved), "{}", "If-Match", "\"1\"").problem(404, "not-found");
        other.send("DELETE", path(saved), null, "If-Match", "\"1\"").problem(404, "not-found");
        assertThat(other.get("/v1/searches").expect(200).json().path("items")).isEmpty();
        assertThat(lia.get("/v1/searches").expect(200).json().path("items")).hasSize(1);
    }

    @Test
    void anAssigneeIsShownAsTheOwnerNamedHim() {
        String login = "rui-" + UUID.randomUUID();
        Answer saved = save("{\"assignee\": \"" + login + "\"}", true);
        assertThat(saved.json().at("/query/assignee").asText()).isEqualTo(login);
        assertThat(saved.json().path("href").asText()).isEqualTo("/v1/articles?assignee=" + login);
        assertThat(lia.get("/v1/searches").json().at("/items/0")).isEqualTo(saved.json());
        String id = lia.create("For him");
        lia.decide(id, "assign", "{\"user\": \"%s\"}".formatted(login)).expect(200);
        await().untilAsserted(() -> assertThat(told()).containsExactly(id));
        Answer mine = save("{\"assignee\": \"me\"}", false);
        assertThat(mine.json().at("/query/assignee").asText()).isEqualTo("me");
    }

    @Test
    void aSearchIsNotReplacedUnseen() {
        Answer saved = save("{\"q\": \"%s\"}", false);
        lia.send("PUT", path(saved), "{}").problem(428, "precondition-required");
        lia.send("DELETE", path(saved), null, "If-Match", "\"7\"")
                .problem(412, "precondition-failed");
    }

    @Test
    void theListIsPaged() {
        for (int i = 0; i < 3; i++) {
            save("{\"q\": \"%s\"}", false);
        }
        JsonNode first = lia.get("/v1/searches?limit=2").expect(200).json();
        JsonNode rest =
                lia.get("/v1/searches?limit=2&cursor=" + first.path("next").asText())
                        .expect(200)
                        .json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\": {}}                                        | name",
                "{\"name\": \" \", \"query\": {}}                       | name",
                "{\"name\": \"A\"}                                      | query",
                "{\"name\": \"A\", \"query\": {\"state\": [\"sold\"]}}  | query",
                "{\"name\": \"A\", \"query\": {\"colour\": \"red\"}}    | query.colour",
                "{\"name\": \"A\", \"query\": {\"q\": 1}}               | query.q",
                "{\"name\": \"A\", \"query\": {\"dueTo\": \"soon\"}}    | query",
            })
    void aSearchThatIsNoneIsRefused(String body, String field) {
        JsonNode problem = lia.post("/v1/searches", body).problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void itsOwnerIsToldOfEachArticleThatBeginsToMatchOnce() {
        lia.create("Old " + word);
        Answer saved = save("{\"q\": \"%s\"}", true);
        String fresh = lia.create("New " + word);
        await().untilAsserted(() -> assertThat(told()).containsExactly(fresh));
        JsonNode notification = lia.get("/v1/notifications").json().at("/items/0");
        assertThat(notification.path("kind").asText()).isEqualTo("match");
        assertThat(notification.path("search").asText()).isEqualTo(id(saved));
        assertThat(notification.path("text").asText()).isEqualTo("Mine");
        lia.patch(fresh, "{\"section\": \"World\"}").expect(200);
        String last = lia.create("Last " + word);
        await().untilAsserted(() -> assertThat(told()).containsExactly(last, fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ა", "é", "w ", "w OR ", "\\\"a b\\\" ", "-w ", "w1-2.3/4 "})
    void manyAndLongWordsCanBeLookedFor(String repeated) {
        lia.create("Ferry"); // of one language at least
        for (int times : List.of(100, 682 / repeated.length(), 1_000 / repeated.length())) {
            // 682 letters of three bytes are as long as the database lets a word be
            String words = repeated.repeat(times);
            save("{\"desk\": \"%s\", \"q\": \"" + words + "\"}", true);
        }
    }

    @Test
    void aSearchOfTooManyWordsIsNotSaved() {
        String query = "{\"q\": \"" + "w".repeat(1_001) + "\"}";
        JsonNode problem =
                lia.post("/v1/searches", saved(query, true)).problem(422, "unprocessable");
        assertThat(problem.path("detail").asText()).contains("1,000 characters");
    }

    @Test
    void aSearchThatFailsKeepsNothingFromTheOthers() throws SQLException {
        var sid = Api.as("editor", "sid-" + UUID.randomUUID());
        String broken = id(sid.post("/v1/searches", saved("{\"q\": \"%s\"}", true)).expect(201));
        try {
            update("set query = '{\"state\": [\"sold\"]}' where id = '%s'".formatted(broken));
            save("{\"q\": \"%s\"}", true);
            String fresh = lia.create("New " + word);
            await().untilAsserted(() -> assertThat(told()).containsExactly(fresh));
            assertThat(told(sid)).isEmpty();
        } finally {
            update("set notify = false where id = '%s'".formatted(broken));
        }
    }

    @Test
    void anArticleThatMatchesAgainIsNewsAgain() {
        save("{\"q\": \"%s\", \"state\": [\"in-review\"]}", true);
        String id = lia.create("Ferry " + word);
        lia.decide(id, "submit", "{}").expect(200);
        await().untilAsserted(() -> assertThat(told()).containsExactly(id));
        lia.decide(id, "withdraw", "{}").expect(200);
        // until that was looked at, it still counts as a match
        String other = lia.create("Other " + word);
        lia.decide(other, "submit", "{}").expect(200);
        await().untilAsserted(() -> assertThat(told()).containsExactly(other, id));
        lia.decide(id, "submit", "{}").expect(200);
        await().untilAsserted(() -> assertThat(told()).containsExactly(id, other, id));
    }

    @Test
    void whoDoesNotWantToBeToldIsNotTold() {
        save("{\"q\": \"%s\"}", false);
        var pia = Api.as("editor", "pia-" + UUID.randomUUID());
        pia.post("/v1/searches", saved("{\"q\": \"%s\"}", true)).expect(201);
        lia.create("Ferry " + word);
        await().untilAsserted(() -> assertThat(told(pia)).hasSize(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasToldOfAForgottenSearchIsForgottenToo() {
        Answer saved = save("{\"q\": \"%s\"}", true);
        lia.create("Ferry " + word);
        await().untilAsserted(() -> assertThat(told()).hasSize(1));
        lia.send("DELETE", path(saved), null, "If-Match", "\"1\"").expect(204);
        assertThat(told()).isEmpty();
    }

    private Answer save(String query, boolean notify) {
        return lia.post("/v1/searches", saved(query, notify)).expect(201);
    }

    private String saved(String query, boolean notify) {
        return "{\"name\": \"Mine\", \"query\": %s, \"notify\": %s}"
                .formatted(query.formatted(word), notify);
    }

    private void update(String change) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update saved_search " + change);
        }
    }

    private List<String> told() {
        return told(lia);
    }

    private static List<String> told(Api api) {
        return api.get("/v1/notifications")
                .expect(200)
                .json()
                .path("items")
                .findValuesAsText("article");
    }

    private static String id(Answer saved) {
        return saved.json().path("id").asText();
    }

    private static String path(Answer saved) {
        return "/v1/searches/" + id(saved);
    }
}
