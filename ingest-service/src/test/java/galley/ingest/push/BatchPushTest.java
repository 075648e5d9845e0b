package galley.ingest.push;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Many pushes in one request. */
@OnServers
class BatchPushTest {
    private final Api wire = Api.as("source", "wire-" + UUID.randomUUID());

    @Test
    void eachLineIsAnsweredForItself() {
        var answers =
                lines(
                        """
                        {"guid": "1", "headline": "One"}
                        {"guid": "2", "headline":

                        {"guid": "3", "headline": "Three", "urgency": 12}
                        {"guid": "1", "headline": "One, corrected"}
                        {"guid": "1", "headline": "One, corrected"}
                        """);
        assertThat(statuses(answers)).containsExactly(201, 400, 422, 200, 200);
        assertThat(answers.get(1).path("problem").path("type").asText()).contains("malformed-json");
        assertThat(answers.get(2).path("problem").path("errors").findValuesAsText("field"))
                .containsExactly("urgency");
        var first = answers.get(0).path("item");
        assertThat(answers.get(4).path("item").path("id")).isEqualTo(first.path("id"));
        var now = wire.get("/v1/items/" + first.path("id").asText()).expect(200).json();
        assertThat(now.path("articles").path(0).path("headline").asText())
                .isEqualTo("One, corrected");
    }

    @Test
    void linesAreCheckedWithoutBeingTakenIn() {
        var both = "{\"guid\": \"dry\", \"headline\": \"One\"}\n{\"headline\": {}}";
        var path = "/v1/items?dryRun=true";
        var answers = items(wire.post(path, both, "Content-Type", "application/x-ndjson"));
        assertThat(statuses(answers)).containsExactly(200, 422);
        assertThat(statuses(lines(both))).containsExactly(201, 422);
    }

    @Test
    void manyLinesAreTakenInAndAgainUnchanged() {
        var many = numbered(250);
        var first = lines(many);
        assertThat(statuses(first)).hasSize(250).containsOnly(201);
        var again = lines(many);
        assertThat(statuses(again)).containsOnly(200);
        assertThat(ids(again)).isEqualTo(ids(first)).doesNotHaveDuplicates();
    }

    @Test
    void theLastLineOfAnItemCountsHoweverFarBehindTheFirst() {
        var answers = lines(numbered(150) + "\n{\"guid\": \"0\", \"headline\": \"Corrected\"}");
        assertThat(statuses(answers)).hasSize(151).last().isEqualTo(200);
        var item = wire.get("/v1/items/" + ids(answers).getFirst()).expect(200).json();
        assertThat(item.path("articles").path(0).path("headline").asText()).isEqualTo("Corrected");
    }

    @Test
    void eachPartIsADocumentOfItsOwn() {
        var answers =
                items(
                        wire.post(
                                "/v1/items",
                                part("text/plain", "Ferry is back\n\nIt runs.")
                                        + part("application/json", "{\"headline\": \"Tram\"}")
                                        + part("image/gif", "GIF89a")
                                        + part("text/markdown", "# " + "Long ".repeat(2_000))
                                        + "--b--\r\n",
                                "Content-Type",
                                "multipart/form-data; boundary=b"));
        assertThat(statuses(answers)).containsExactly(201, 201, 415, 201);
        assertThat(answers.get(0).path("item").path("format").asText()).isEqualTo("plain-text");
    }

    @Test
    void aKeyForManyIsRefused() {
        wire.post(
                        "/v1/items",
                        "{\"headline\": \"One\"}",
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        "\"k\"")
                .problem(400, "bad-request");
    }

    private static String numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"guid\": \"%d\", \"headline\": \"Item %d\"}".formatted(i, i))
                .collect(Collectors.joining("\n"));
    }

    private List<JsonNode> lines(String lines) {
        return items(wire.post("/v1/items", lines, "Content-Type", "application/x-ndjson"));
    }

    private static String part(String type, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"item\"; filename=\"item\"\r\n"
                + "Content-Type: %s\r\n\r\n%s\r\n".formatted(type, content);
    }

    private static List<JsonNode> items(Api.Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().path("items").spliterator(), false)
                .toList();
    }

    private static List<Integer> statuses(List<JsonNode> answers) {
        return answers.stream().map(each -> each.path("status").asInt()).toList();
    }

    private static List<String> ids(List<JsonNode> answers) {
        return answers.stream().map(each -> each.path("item").path("id").asText()).toList();
    }
}
