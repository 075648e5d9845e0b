package galley.editorial.profile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Admins say what articles need; what one lacks is found, and stops nobody from writing. */
@OnServers
class ProfilesTest {
    private static final String INTERVIEW = "/v1/profiles/interview";

    private final Api wim = Api.as("writer", "wim");
    private final Api ada = Api.as("admin", "ada");

    private JsonNode fresh = wim.get(INTERVIEW).expect(200).json();

    @Inject AgroalDataSource database;

    @AfterEach
    void asItWas() {
        put(fresh.toString()).expect(200);
    }

    private Answer put(String profile) {
        String etag = ada.get(INTERVIEW).expect(200).header("ETag");
        return ada.send("PUT", INTERVIEW, profile, "If-Match", etag);
    }

    private List<String> lacks(String article) {
        String id = wim.post("/v1/articles", article).expect(201).json().path("id").asText();
        return wim.get("/v1/articles/" + id + "/checks")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(found -> found.path("check").asText().equals("incomplete"))
                .map(found -> found.path("field").asText())
                .toList();
    }

    @Test
    void everyKindHasAProfile() {
        JsonNode list = wim.get("/v1/profiles").expect(200).json();
        assertThat(list.path("items").findValuesAsText("kind"))
                .containsExactly(
                        "reprint",
                        "round-up",
                        "original",
                        "report",
                        "interview",
                        "statement",
                        "video");
        assertThat(list.path("next").isNull()).isTrue();
        JsonNode roundUp = list.at("/items/1");
        assertThat(roundUp.at("/fields/0").asText()).isEqualTo("headline");
        assertThat(roundUp.at("/parts/reprint/atLeast").asInt()).isEqualTo(2);
        assertThat(roundUp.at("/parts/reprint/fields/0").asText()).isEqualTo("headline");
        assertThat(roundUp.at("/parts/people/atLeast").asInt(-1)).isZero();
    }

    @Test
    void ofNoKindThereIsNone() {
        wim.get("/v1/profiles/poem").problem(404, "not-found");
        ada.send("PUT", "/v1/profiles/poem", "{").problem(404, "not-found");
    }

    @Test
    void whatAnArticleLacksIsFound() {
        assertThat(lacks("{\"headline\": \"A talk\", \"kind\": \"interview\"}")).isEmpty();
        Answer answer =
                put(
                        """
                        {"fields": ["bylines", "section", "section"],
                         "parts": {"reprint": {"atLeast": 1, "fields": ["attribution.url", "attribution.url"]}}}
                        """);
        assertThat(answer.expect(200).json().path("fields")).hasSize(2);
        assertThat(wim.get(INTERVIEW).header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(wim.get(INTERVIEW).json()).isEqualTo(answer.json());
        assertThat(lacks("{\"headline\": \"A talk\", \"kind\": \"interview\"}"))
                .containsExactly("bylines", "section", "parts");
        assertThat(
                        lacks(
                                """
                                {"headline": "A talk", "kind": "interview", "bylines": ["Ada"],
                                 "section": "World", "parts": [{"type": "original", "body": ""},
                                 {"type": "reprint", "body": "", "attribution": {"publisher": "Lusa"}}]}
                                """))
                .containsExactly("parts[0].type", "parts[1].attribution.url");
        assertThat(lacks("{\"headline\": \"A talk\", \"kind\": \"original\"}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"fields": ["weather"]}                                      | fields[0]
                    {"fields": "headline"}                                       | fields
                    {"colour": 1}                                                | colour
                    {"kind": "video"}                                            | kind
                    {"parts": {"media": {"atLeast": -1}}}                        | parts.media.atLeast
                    {"parts": {"media": {"atLeast": 101}}}                       | parts.media.atLeast
                    {"parts": {"media": {"fields": ["alt", "dateline"]}}}        | parts.media.fields[1]
                    {"parts": {"people": {"fields": ["headline"]}}}              | parts.people.fields[0]
                    {"parts": {"poem": {"atLeast": 1}}}                          | parts
                    {"parts": {"media": null}}                                   | parts.media
                    []                                                           | ``
                    """)
    void whatIsNoProfileIsRefused(String profile, String field) {
        assertThat(
                        put(profile)
                                .problem(422, "unprocessable")
                                .path("errors")
                                .findValuesAsText("field"))
                .containsExactly(field);
    }

    @Test
    void answersInDoubtComeInTheirOrder() {
        String bad = "{\"fields\": 1}";
        Api.asNobody().send("PUT", INTERVIEW, bad).problem(401, "unauthorized");
        Api.as("publisher", "pia").send("PUT", INTERVIEW, bad).problem(403, "forbidden");
        ada.send("PUT", INTERVIEW, bad).problem(428, "precondition-required");
        ada.send("PUT", INTERVIEW, bad, "If-Match", "\"none\"").problem(412, "precondition-failed");
        put(bad).problem(422, "unprocessable");
        put("{").problem(400, "malformed-json");
    }

    @Test
    void whoChangedWhatIsKept() throws SQLException {
        ObjectNode changed = fresh.deepCopy();
        changed.putArray("fields").add("headline").add("tags");
        Answer first = put(changed.toString()).expect(200);
        Answer again = put(changed.toString()).expect(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery(
                            "select after -> 'fields', actor, before -> 'fields' from"
                                + " setting_document_change where name = 'profile/interview' order"
                                + " by id desc limit 1")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("[\"headline\", \"tags\"]");
                assertThat(rows.getString(2)).matches("staff:[0-9a-f-]{36}");
                assertThat(rows.getString(3)).isEqualTo("[\"headline\"]");
            }
            assertThatThrownBy(
                            () ->
                                    statement.execute(
                                            "update setting_document_change set actor = 'nobody'"))
                    .hasMessageContaining("append-only");
        }
    }
}
