package galley.editorial.bulk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** One decision on many articles. */
@OnServers
class BulkTest {
    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");

    private static Api.Answer bulk(Api api, String step, String with, String... items) {
        return api.post(
                "/v1/articles/bulk",
                "{\"step\": \"%s\", \"with\": %s, \"items\": [%s]}"
                        .formatted(step, with, String.join(", ", items)));
    }

    private static String item(String id, int revision) {
        return "{\"id\": \"%s\", \"revision\": %d}".formatted(id, revision);
    }

    private static List<Integer> statuses(Api.Answer answer) {
        return answer.expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("status").asInt())
                .toList();
    }

    @Test
    void eachIsAnsweredForItself() {
        String one = wim.create("One");
        String two = wim.create("Two");
        String gone = "0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77";
        var answer =
                bulk(
                        wim,
                        "submit",
                        "null",
                        item(one, 1),
                        item(gone, 1),
                        item(two, 7),
                        item(two, 1));
        assertThat(statuses(answer)).containsExactly(200, 404, 412, 200);
        assertThat(answer.json().at("/items/0/revision").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/items/2/problem/type").asText())
                .isEqualTo("urn:galley:problem:precondition-failed");
        assertThat(statuses(bulk(wim, "submit", "null", item(one, 2)))).containsExactly(409);
    }

    @Test
    void aDecisionTakesWhatItTakesAlone() {
        String one = wim.create("One");
        wim.decide(one, "submit", null).expect(200);
        assertThat(statuses(bulk(eva, "reject", "null", item(one, 2)))).containsExactly(422);
        assertThat(statuses(bulk(eva, "reject", "{\"note\": \"No\"}", item(one, 2))))
                .containsExactly(200);
        assertThat(statuses(bulk(eva, "assign", "{\"desk\": \"coast\"}", item(one, 3))))
                .containsExactly(200);
    }

    @Test
    void tagsAreAddedAndRemoved() {
        String one = wim.create("One");
        wim.patch(one, "{\"tags\": [\"ports\", \"old\"]}").expect(200);
        var tagged =
                bulk(
                        wim,
                        "tag",
                        "{\"add\": [\"ferries\", \"ports\"], \"remove\": [\"old\"]}",
                        item(one, 2));
        assertThat(statuses(tagged)).containsExactly(200);
        assertThat(wim.get("/v1/articles/" + one).json().path("tags"))
                .extracting(JsonNode::asText)
                .containsExactly("ports", "ferries");
    }

    @Test
    void aRoleIsNeededAsForOne() {
        bulk(wim, "spike", "null", item(wim.create("One"), 1)).problem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "create", "receive", "shout", ""})
    void whatIsNoDecisionIsRefused(String step) {
        bulk(wim, step, "null", item(wim.create("One"), 1)).problem(422, "unprocessable");
    }

    @Test
    void noneAndTooManyAreRefused() {
        bulk(wim, "submit", "null").problem(422, "unprocessable");
        String many =
                Stream.generate(() -> item("0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77", 1))
                        .limit(101)
                        .collect(Collectors.joining(", "));
        bulk(wim, "submit", "null", many).problem(422, "unprocessable");
        bulk(wim, "submit", "null", "{\"id\": null}").problem(422, "unprocessable");
    }
}
