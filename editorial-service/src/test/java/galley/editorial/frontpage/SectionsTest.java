package galley.editorial.frontpage;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Sections are settings that publishers and admins keep. */
@OnServers
class SectionsTest {
    private final Api publisher = Api.as("publisher", "pia");
    private final Api writer = Api.as("writer", "wim");
    private final String key = "coast-" + UUID.randomUUID();

    @Test
    void aSectionIsBegunReadChangedAndDeleted() {
        Api.Answer begun =
                put("{'name': '%s', 'title': 'Along the coast', 'description': 'Tides',"
                                + " 'order': 3, 'language': 'en-gb', 'visible': false}")
                        .expect(201);
        assertThat(begun.header("ETag")).isEqualTo("\"1\"");
        assertThat(begun.header("Location")).endsWith(path());
        JsonNode read = writer.get(path()).expect(200).json();
        assertThat(read).isEqualTo(begun.json());
        assertThat(read.path("key").asText()).isEqualTo(key);
        assertThat(read.path("title").asText()).isEqualTo("Along the coast");
        assertThat(read.path("language").asText()).isEqualTo("en-GB");
        assertThat(read.path("visible").asBoolean()).isFalse();

        assertThat(put("{'name': '%s'}", "If-Match", "\"1\"").expect(200).header("ETag"))
                .isEqualTo("\"2\"");
        JsonNode changed = writer.get(path()).expect(200).json();
        assertThat(changed.path("title").asText()).isEqualTo(key);
        assertThat(changed.path("visible").asBoolean()).isTrue();

        publisher.send("DELETE", path(), null, "If-Match", "\"2\"").expect(204);
        writer.get(path()).problem(404, "not-found");
        writer.get(path() + "/page").problem(404, "not-found");
        assertThat(put("{'name': '%s'}").expect(201).header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void whatWasReadCanBeSentBackAndIsNoChange() {
        Api.Answer begun = put("{'name': '%s'}").expect(201);
        Api.Answer again =
                publisher.send("PUT", path(), begun.response().body(), "If-Match", "\"1\"");
        assertThat(again.expect(200).header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void nobodyOverwritesWhatTheyHaveNotRead() {
        put("{'name': '%s'}", "If-Match", "\"0\"").problem(412, "precondition-failed");
        put("{'name': '%s'}").expect(201);
        put("{'name': '%s'}").problem(428, "precondition-required");
        put("{'name': '%s', 'order': 2}", "If-Match", "\"7\"").problem(412, "precondition-failed");
        publisher.send("DELETE", path(), null).problem(428, "precondition-required");
        publisher
                .send("DELETE", path(), null, "If-Match", "\"7\"")
                .problem(412, "precondition-failed");
        publisher.send("DELETE", path() + "-none", null).problem(404, "not-found");
    }

    @Test
    void noTwoSectionsHaveTheSameName() {
        put("{'name': '%s'}").expect(201);
        JsonNode problem =
                publisher
                        .send("PUT", path() + "-2", "{\"name\": \"%s\"}".formatted(key))
                        .problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("name");
    }

    @Test
    void aNameIsFreeAgainOnceItsSectionIsDeleted() {
        put("{'name': '%s'}").expect(201);
        publisher.send("DELETE", path(), null, "If-Match", "\"1\"").expect(204);
        publisher.send("PUT", path() + "-2", "{\"name\": \"%s\"}".formatted(key)).expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | name",
                "{'name': ' '}                         | name",
                "{'name': '%s', 'title': 7}            | title",
                "{'name': '%s', 'order': '1'}          | order",
                "{'name': '%s', 'language': 'English_'}| language",
                "{'name': '%s', 'visible': 'no'}       | visible",
                "{'name': '%s', 'key': 'other'}        | key",
                "{'name': '%s', 'colour': 'blue'}      | colour"
            })
    void wrongSettingsAreNamed(String body, String field) {
        JsonNode problem = put(body).problem(422, "unprocessable");
        assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        writer.get(path()).expect(404);
    }

    @Test
    void aKeyIsASlug() {
        for (String wrong : List.of("The-Coast", "coast-", "a".repeat(81), "coast_1")) {
            JsonNode problem =
                    publisher
                            .send("PUT", "/v1/sections/" + wrong, "{\"name\": \"" + wrong + "\"}")
                            .problem(422, "unprocessable");
            assertThat(problem.at("/errors/0/field").asText()).as(wrong).isEqualTo("key");
        }
    }

    @Test
    void sectionsAreListedInTheirOrder() {
        put("{'name': '%s', 'order': 2}").expect(201);
        String first = key + "-first";
        publisher
                .send(
                        "PUT",
                        "/v1/sections/" + first,
                        "{\"name\": \"%s\", \"order\": 1}".formatted(first))
                .expect(201);
        JsonNode list = writer.get("/v1/sections").expect(200).json();
        assertThat(list.path("next").isNull()).isTrue();
        assertThat(list.path("items").findValuesAsText("key")).containsSubsequence(first, key);
    }

    private String path() {
        return "/v1/sections/" + key;
    }

    /** Sends settings; quotes are written as apostrophes, and the key stands in for {@code %s}. */
    private Api.Answer put(String body, String... headers) {
        return publisher.send("PUT", path(), body.replace('\'', '"').replace("%s", key), headers);
    }
}
