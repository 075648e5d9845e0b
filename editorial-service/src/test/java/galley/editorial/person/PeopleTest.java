package galley.editorial.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is kept about a person: they can have it, and be erased. */
@OnServers
class PeopleTest {
    private final String login = "zoe-" + UUID.randomUUID();
    private final Api zoe = Api.as("writer", login);
    private final Api eva = Api.as("editor", "eva");
    private final Api ada = Api.as("admin", "ada");

    @Inject AgroalDataSource database;
    @Inject ObjectMapper json;

    private final String desk = "desk-" + UUID.randomUUID();
    private String article;

    /** Everything that somebody can leave here. */
    private String busyZoe() {
        article = zoe.create("Zoe was here");
        String path = "/v1/articles/" + article;
        zoe.post(path + "/comments", "{\"text\": \"I wrote this\"}").expect(201);
        eva.post(path + "/comments", "{\"text\": \"Well done @%s\"}".formatted(login)).expect(201);
        zoe.post(path + "/lock", null).expect(200);
        zoe.send("PUT", path + "/autosave", "{\"headline\": \"Unsaved\"}", "If-Match", "\"1\"")
                .expect(204);
        eva.decide(article, "assign", "{\"user\": \"%s\"}".formatted(login)).expect(200);
        zoe.post("/v1/searches", "{\"name\": \"Mine\", \"query\": {\"q\": \"zoe\"}}").expect(201);
        ada.send("PUT", "/v1/desks/" + desk, members(), "If-Match", "\"0\"").expect(200);
        return history().getFirst().path("actor").asText().substring("staff:".length());
    }

    private String members() {
        return "{\"members\": [{\"user\": \"%s\", \"role\": \"writer\"}]}".formatted(login);
    }

    private List<JsonNode> history() {
        return eva.get("/v1/articles/" + article + "/history")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> export(Api who, String path) {
        Api.Answer answer = who.get(path, "Accept", "application/x-ndjson").expect(200);
        List<JsonNode> lines = new ArrayList<>();
        answer.response().body().lines().forEach(line -> lines.add(read(line)));
        return lines;
    }

    private JsonNode read(String line) {
        try {
            return json.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> exportOf(String id) {
        return export(ada, "/v1/staff/" + id + "/export");
    }

    private static List<String> kinds(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("kind").asText()).toList();
    }

    private static JsonNode ofKind(List<JsonNode> lines, String kind) {
        return lines.stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> everybody() {
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = ada.get("/v1/staff?limit=2").expect(200).json();
        all.addAll(page.path("items").valueStream().toList());
        while (!page.path("next").isNull()) {
            page = ada.get("/v1/staff?limit=2&cursor=" + page.path("next").asText()).json();
            all.addAll(page.path("items").valueStream().toList());
        }
        return all;
    }

    private JsonNode verification() {
        return eva.get("/v1/articles/" + article + "/history/verification").expect(200).json();
    }

    private List<String> column(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void everybodyWhoCameIsListedOnce() {
        String id = busyZoe();
        List<JsonNode> people = everybody();
        assertThat(people)
                .extracting(it -> it.path("id").asText())
                .contains(id)
                .doesNotHaveDuplicates();
        assertThat(people).extracting(it -> it.path("firstSeen").asText()).isSorted();
        JsonNode zoe =
                people.stream().filter(it -> it.path("id").asText().equals(id)).findFirst().get();
        assertThat(zoe.path("name").asText()).isEqualTo(login);
    }

    @Test
    void anExportHasAllThatIsKeptAboutAPerson() {
        String id = busyZoe();
        List<JsonNode> lines = exportOf(id);
        assertThat(kinds(lines))
                .containsExactlyInAnyOrder(
                        "person",
                        "history",
                        "comment",
                        "autosave",
                        "notification",
                        "lock",
                        "saved-search",
                        "desk",
                        "assignment",
                        "last-writer");
        assertThat(lines.getFirst().path("subject").asText()).isEqualTo(login);
        JsonNode entry = ofKind(lines, "history");
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("article").asText()).isEqualTo(article);
        assertThat(entry.path("at").asText()).matches("[0-9-]{10}T[0-9:]{8}\\.[0-9]{6}Z");
        assertThat(ofKind(lines, "comment").path("text").asText()).isEqualTo("I wrote this");
        assertThat(ofKind(lines, "autosave").at("/content/headline").asText()).isEqualTo("Unsaved");
        assertThat(export(zoe, "/v1/me/export")).isEqualTo(lines);
    }

    @Test
    void anExportOfSomebodyWhoDidALotIsWhole() {
        article = zoe.create("Often");
        for (int i = 0; i < 45; i++) {
            zoe.post("/v1/articles/" + article + "/comments", "{\"text\": \"%d\"}".formatted(i))
                    .expect(201);
        }
        List<JsonNode> mine = export(zoe, "/v1/me/export");
        assertThat(mine)
                .filteredOn(line -> line.path("kind").asText().equals("comment"))
                .extracting(line -> line.path("text").asText())
                .hasSize(45)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoIsErasedLeavesNeitherNameNorAddressAndTheChainIntact() throws SQLException {
        String id = busyZoe();
        JsonNode before = verification();
        ada.send("DELETE", "/v1/staff/" + id, null).expect(204);

        JsonNode first = history().getFirst();
        assertThat(first.path("actor").asText()).isEqualTo("staff:" + id);
        assertThat(first.path("name").isNull()).isTrue();
        assertThat(first.path("address").isNull()).isTrue();
        assertThat(history().getLast().path("address").asText()).isEqualTo("127.0.0.1"); // eva's
        assertThat(verification()).isEqualTo(before);
        assertThat(before.path("intact").asBoolean()).isTrue();

        JsonNode left = ada.get("/v1/desks/" + desk).expect(200).json();
        assertThat(left.at("/members/0/name").isNull()).isTrue(); // or the desk were open to all
        List<JsonNode> lines = exportOf(id);
        assertThat(kinds(lines))
                .containsExactlyInAnyOrder(
                        "person", "history", "comment", "desk", "assignment", "last-writer");
        assertThat(lines.toString()).doesNotContain(login).doesNotContain("127.0.0.1");
        assertThat(eva.get("/v1/articles/" + article).json().path("assignee").asText())
                .isEqualTo("staff:" + id);
        assertThat(column("select id from staff where subject = '" + login + "'")).isEmpty();
        assertThat(eva.get("/v1/articles/" + article + "/comments").response().body())
                .contains("I wrote this")
                .doesNotContain(login);
    }

    @Test
    void whoIsErasedIsNotNamedByTheSearchesOfOthers() throws SQLException {
        String search = "{\"name\": \"Hers\", \"query\": {\"assignee\": \"%s\"}}".formatted(login);
        String path = eva.post("/v1/searches", search).expect(201).header("Location");
        String id = busyZoe();
        ada.send("DELETE", "/v1/staff/" + id, null).expect(204);
        assertThat(column("select id from saved_search where query::text like '%" + login + "%'"))
                .isEmpty();
        JsonNode left = eva.get(URI.create(path).getPath()).expect(200).json();
        assertThat(left.at("/query/assignee").asText()).isEqualTo("staff:" + id);
    }

    @Test
    void whoIsErasedTwiceIsErasedOnceByWhoeverDidSo() throws SQLException {
        String id = busyZoe();
        ada.send("DELETE", "/v1/staff/" + id, null).expect(204);
        ada.send("DELETE", "/v1/staff/" + id, null).expect(204);
        String aboutZoe = " from staff_erasure where staff = '" + id + "'";
        assertThat(column("select actor" + aboutZoe))
                .hasSize(1)
                .allMatch(actor -> actor.matches("staff:[0-9a-f-]{36}"))
                .doesNotContain("staff:" + id);
    }

    @Test
    void whoComesBackIsSomebodyElse() {
        String id = busyZoe();
        ada.send("DELETE", "/v1/staff/" + id, null).expect(204);
        article = zoe.create("Zoe is back");
        JsonNode first = history().getFirst();
        assertThat(first.path("name").asText()).isEqualTo(login);
        assertThat(first.path("actor").asText()).isNotEqualTo("staff:" + id);
        assertThat(kinds(export(zoe, "/v1/me/export")))
                .containsExactlyInAnyOrder("person", "history", "last-writer");
    }

    @Test
    void nobodyCanBeExportedOrErasedWhoWasNeverHere() {
        String nobody = "/v1/staff/0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77";
        ada.send("DELETE", nobody, null).problem(404, "not-found");
        ada.get(nobody + "/export", "Accept", "application/x-ndjson").problem(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update staff_erasure set actor = 'x'",
                "delete from staff_erasure",
                "truncate staff_erasure",
                "update history set address = '192.0.2.1'",
                "update history set address = null, note = 'x'",
                "update history set hash = 'x'"
            })
    void theDatabaseKeepsWhatWasDone(String statement) throws SQLException {
        ada.send("DELETE", "/v1/staff/" + busyZoe(), null).expect(204);
        try (Connection connection = database.getConnection();
                Statement rewrite = connection.createStatement()) {
            assertThatThrownBy(() -> rewrite.executeUpdate(statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("append-only");
        }
    }
}
