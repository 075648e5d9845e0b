package galley.editorial.frontpage;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.events.PageArranged;
import galley.events.Topics;
import galley.testkit.ContractSchemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Publishers say what stands where, and every change of it is told and kept. */
@OnServers
class ArrangementsTest {
    private final Api publisher = Api.as("publisher", "pia");
    private final Api writer = Api.as("writer", "wim");
    private final ObjectMapper json = new ObjectMapper();
    private final String key = "islands-" + UUID.randomUUID();
    private final String section = "/v1/sections/" + key;
    private final String page = section + "/page";

    @Inject AgroalDataSource database;

    @BeforeEach
    void beginTheSection() {
        publisher.send("PUT", section, "{\"name\": \"%s\"}".formatted(key)).expect(201);
    }

    @Test
    void aNewPageHasTheNewestArticles() {
        Api.Answer answer = writer.get(page).expect(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.json().path("size").asInt()).isEqualTo(30);
        assertThat(answer.json().path("pins").size()).isZero();
        assertThat(answer.json().path("order").asText()).isEqualTo("newest");
    }

    @Test
    void theFrontPageIsArrangedLikeAnyOther() {
        String article = writer.create("First of all");
        Api.Answer before = writer.get("/v1/front-page").expect(200);
        publisher
                .send("PUT", "/v1/front-page", pinned(article, 1, null))
                .problem(428, "precondition-required");
        Api.Answer after =
                publisher
                        .send(
                                "PUT",
                                "/v1/front-page",
                                pinned(article, 1, null),
                                "If-Match",
                                before.header("ETag"))
                        .expect(200);
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(writer.get("/v1/front-page").json()).isEqualTo(after.json());
        publisher
                .send(
                        "PUT",
                        "/v1/front-page",
                        pinned(article, 2, null),
                        "If-Match",
                        before.header("ETag"))
                .problem(412, "precondition-failed");
    }

    @Test
    void pinsAndAnOrderAreKeptAsTheyWereSent() {
        String first = writer.create("First");
        String second = writer.create("Second");
        String arrangement =
                """
                {"size": 10, "pins": [{"article": "%1$s", "position": 3,
                    "until": "2999-01-01T00:00:00Z"}],
                 "order": {"articles": ["%2$s", "%1$s"]}}
                """
                        .formatted(first, second);
        JsonNode stored = arrange(arrangement).expect(200).json();
        assertThat(stored).isEqualTo(tree(arrangement));
        assertThat(writer.get(page).json()).isEqualTo(stored);
        assertThat(arrange(stored.toString()).expect(200).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void everyChangeIsToldWithTheWholePage() {
        String article = writer.create("Told");
        arrange(pinned(article, 2, "2999-01-01T00:00:00Z")).expect(200);
        publisher
                .send(
                        "PUT",
                        section,
                        "{\"name\": \"%s\", \"title\": \"Islands\"}".formatted(key),
                        "If-Match",
                        "\"2\"")
                .expect(200);
        publisher.send("DELETE", section, null, "If-Match", "\"3\"").expect(204);

        List<ConsumerRecord<String, byte[]>> told =
                Events.await(Topics.FRONT_PAGE, "sections/" + key, 4);
        List<JsonNode> values = told.stream().map(record -> tree(record.value())).toList();
        assertThat(values)
                .allSatisfy(
                        value ->
                                assertThat(ContractSchemas.errors("front-page/1.0.json", value))
                                        .isEmpty());
        assertThat(values)
                .extracting(value -> value.path("revision").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(values.get(2).at("/section/title").asText()).isEqualTo("Islands");
        assertThat(values.get(2).at("/arrangement/pins/0/article").asText()).isEqualTo(article);
        assertThat(values.get(3).path("deleted").asBoolean()).isTrue();
        assertThat(values.get(3).at("/decision/actor").asText()).startsWith("staff:");
        ConsumerRecord<String, byte[]> last = told.getLast();
        assertThat(Events.header(last, "ce_type")).isEqualTo(PageArranged.TYPE);
        assertThat(Events.header(last, "ce_sequence")).isEqualTo("0000000004");
    }

    @Test
    void whatIsRefusedIsNotTold() {
        arrange("{\"size\": 0}").expect(422);
        arrange("{\"size\": 5}").expect(200);
        List<ConsumerRecord<String, byte[]>> told =
                Events.await(Topics.FRONT_PAGE, "sections/" + key, 2);
        assertThat(told)
                .extracting(record -> tree(record.value()).path("revision").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void everyChangeIsKeptForEver() throws SQLException {
        arrange("{\"size\": 5}").expect(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var where = " where page = 'sections/%s'".formatted(key);
            try (var rows =
                    statement.executeQuery(
                            "select before #>> '{arrangement,size}', after #>>"
                                    + " '{arrangement,size}', actor from page_change"
                                    + where
                                    + " order by revision")) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("30");
                assertThat(rows.getString(2)).isEqualTo("5");
                assertThat(rows.getString(3)).startsWith("staff:");
                assertThat(rows.next()).isFalse();
            }
            assertThatThrownBy(() -> statement.executeUpdate("delete from page_change" + where))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                             | ''",
                "{'size': 101}                                                  | size",
                "{'size': '5'}                                                  | size",
                "{'order': 'oldest'}                                            | order",
                "{'order': {'articles': ['a', '17']}}                           |"
                        + " order.articles[1]",
                "{'order': {'articles': ['a', 'none']}}                         |"
                        + " order.articles[1]",
                "{'order': {'articles': ['a', 'b', 'a']}}                       |"
                        + " order.articles[2]",
                "{'order': {'articles': ['a', null]}}                           |"
                        + " order.articles[1]",
                "{'pins': [{'article': 'none', 'position': 1}]}                 | pins[0].article",
                "{'pins': [{'position': 1}]}                                    | pins[0].article",
                "{'pins': [{'article': 'a', 'position': 1}, {'article': 'a', 'position': 2}]} |"
                        + " pins[1].article",
                "{'pins': [{'article': 'a', 'position': 2}, {'article': 'b', 'position': 2}]} |"
                        + " pins[1].position",
                "{'pins': [{'article': 'a'}]}                                   | pins[0].position",
                "{'pins': [{'article': 'a', 'position': 0}]}                    | pins[0].position",
                "{'size': 2, 'pins': [{'article': 'a', 'position': 3}]}         | pins[0].position",
                "{'pins': [{'article': 'a', 'position': 1, 'until': '2020-01-01T00:00:00Z'}]} |"
                        + " pins[0].until",
                "{'pins': [{'article': 'a', 'position': 1, 'until': 4000000000}]}| pins[0].until",
                "{'pins': [{'article': 'a', 'position': 1, 'until': '+12000-01-01T00:00:00Z'}]} |"
                        + " pins[0].until",
                "{'colour': 'blue'}                                             | colour"
            })
    void whatCanNotBeArrangedIsNamed(String body, String field) {
        String sound =
                body.replace("'a'", "'" + writer.create("A") + "'")
                        .replace("'b'", "'" + writer.create("B") + "'")
                        .replace("'none'", "'" + UUID.randomUUID() + "'")
                        .replace('\'', '"');
        JsonNode problem = arrange(sound).problem(422, "unprocessable");
        assertThat(fields(problem)).containsExactly(field);
        assertThat(writer.get(page).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        String past = Instant.now().minusSeconds(60).toString();
        String body =
                """
                {"pins": [{"article": "%1$s", "position": 1, "until": "%2$s"},
                          {"article": "%1$s", "position": 1}],
                 "order": {"articles": ["%1$s"]}}
                """
                        .formatted(UUID.randomUUID(), past);
        assertThat(fields(arrange(body).problem(422, "unprocessable")))
                .containsExactly(
                        "pins[0].article",
                        "pins[0].until",
                        "pins[1].article",
                        "pins[1].position",
                        "order.articles[0]");
    }

    private Api.Answer arrange(String body) {
        return publisher.send("PUT", page, body, "If-Match", writer.get(page).header("ETag"));
    }

    private static String pinned(String article, int position, String until) {
        return "{\"pins\": [{\"article\": \"%s\", \"position\": %d, \"until\": %s}]}"
                .formatted(article, position, until == null ? null : '"' + until + '"');
    }

    private static List<String> fields(JsonNode problem) {
        return problem.path("errors").findValuesAsText("field");
    }

    private JsonNode tree(String text) {
        return tree(text.getBytes(UTF_8));
    }

    private JsonNode tree(byte[] text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
