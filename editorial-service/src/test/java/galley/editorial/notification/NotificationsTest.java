package galley.editorial.notification;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** People are named in comments, and know of it. Each test has people of its own. */
@OnServers
class NotificationsTest {
    private static final String LIST = "/v1/notifications";
    private static final String UNREAD = LIST + "?unread=true";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject AgroalDataSource database;

    private final String kim = login("kim");
    private final String lou = login("lou");
    private final Api asKim = known(kim);
    private final Api asLou = known(lou);

    private static String login(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Somebody who was here before. */
    private static Api known(String login) {
        Api api = Api.as("writer", login);
        api.get(LIST).expect(200);
        return api;
    }

    private JsonNode say(Api author, String article, String text, JsonNode replyTo) {
        var comment = JSON.createObjectNode().put("text", text);
        if (replyTo != null) {
            comment.set("replyTo", replyTo.path("id"));
        }
        return author.post(comments(article), comment.toString()).expect(201).json();
    }

    private static String comments(String article) {
        return "/v1/articles/" + article + "/comments";
    }

    private static JsonNode items(Api reader, String path) {
        return reader.get(path).expect(200).json().path("items");
    }

    @Test
    void whoIsNamedKnows() {
        String article = asKim.create("Fog horn");
        JsonNode said = say(asKim, article, "Hey @%s, is it loud?".formatted(lou), null);
        assertThat(said.path("text").asText()).isEqualTo("Hey @%s, is it loud?".formatted(lou));
        assertThat(said.at("/mentions/0/name").asText()).isEqualTo(lou);
        assertThat(said.at("/mentions/0/actor").asText()).startsWith("staff:");
        JsonNode told = items(asLou, UNREAD).path(0);
        assertThat(told.path("kind").asText()).isEqualTo("mention");
        assertThat(told.path("article").asText()).isEqualTo(article);
        assertThat(told.path("comment")).isEqualTo(said.path("id"));
        assertThat(told.path("text")).isEqualTo(said.path("text"));
        assertThat(told.path("mentions")).isEqualTo(said.path("mentions"));
    }

    @Test
    void noLoginIsKept() throws Exception {
        String article = asKim.create("Fog bell");
        JsonNode said = say(asKim, article, "@%s @nobody-here".formatted(lou), null);
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select text from comment where id = ?::uuid union all"
                                        + " select text from notification where comment_id ="
                                        + " ?::uuid")) {
            query.setString(1, said.path("id").asText());
            query.setString(2, said.path("id").asText());
            var rows = query.executeQuery();
            String kept = "@[%s] @nobody-here".formatted(said.at("/mentions/0/actor").asText());
            for (int row = 0; row < 2; row++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(kept);
            }
        }
    }

    @Test
    void aNameMayEndASentenceAndStandsInNoWord() {
        String article = asKim.create("Fog signal");
        String text = "I ask @%s. Or @%s, mail me@%s or @...".formatted(lou, lou, lou);
        JsonNode said = say(asKim, article, text, null);
        assertThat(said.path("text").asText()).isEqualTo(text);
        assertThat(said.path("mentions")).hasSize(1);
        assertThat(items(asLou, LIST)).hasSize(1);
    }

    @Test
    void whoBeganAThreadKnowsOfReplies() {
        String article = asKim.create("Fog bank");
        JsonNode thread = say(asKim, article, "Who has seen it?", null);
        say(asLou, article, "I have", thread);
        JsonNode told = items(asKim, UNREAD);
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/kind").asText()).isEqualTo("reply");
        assertThat(told.at("/0/text").asText()).isEqualTo("I have");
    }

    @Test
    void nobodyIsToldOfTheirOwnOrTwice() {
        String article = asKim.create("Fog lifts");
        JsonNode thread = say(asKim, article, "Note to myself, @" + kim, null);
        say(asKim, article, "Done", thread);
        assertThat(items(asKim, LIST)).isEmpty();
        say(asLou, article, "Thank you, @" + kim, thread);
        assertThat(items(asKim, LIST)).hasSize(1);
        assertThat(items(asKim, LIST).at("/0/kind").asText()).isEqualTo("mention");
    }

    @Test
    void whoIsNamedLaterKnowsAndWhoKnewReadsTheNewText() {
        String article = asKim.create("Fog returns");
        String max = login("max");
        Api asMax = known(max);
        JsonNode said = say(asKim, article, "Ask @" + lou, null);
        String text = "Ask @%s and @%s".formatted(lou, max);
        asKim.send(
                        "PATCH",
                        comments(article) + "/" + said.path("id").asText(),
                        JSON.createObjectNode().put("text", text).toString())
                .expect(200);
        for (Api told : List.of(asLou, asMax)) {
            assertThat(items(told, LIST).findValuesAsText("text")).containsExactly(text);
        }
    }

    @Test
    void whoIsShownByTheirNameIsStillNamedWhenTheTextIsReworded() throws Exception {
        String article = asKim.create("Fog horn repaired");
        call(lou, "Lou Reed");
        JsonNode said = say(asKim, article, "Ask @" + lou, null);
        assertThat(said.path("text").asText()).isEqualTo("Ask @Lou Reed");
        JsonNode reworded = reword(asKim, article, said, "Do ask @Lou Reed. Not @Lou Reeder");
        assertThat(reworded.path("mentions")).isEqualTo(said.path("mentions"));
        call(lou, "Lou Red");
        assertThat(items(asLou, LIST).findValuesAsText("text"))
                .containsExactly("Do ask @Lou Red. Not @Lou Reeder");
        // nobody else is found by a name
        assertThat(say(asKim, article, "Ask @Lou Red", null).path("mentions")).isEmpty();
    }

    private void call(String login, String name) throws SQLException {
        try (var connection = database.getConnection();
                var rename =
                        connection.prepareStatement(
                                "update staff set name = ? where subject = ?")) {
            rename.setString(1, name);
            rename.setString(2, login);
            rename.executeUpdate();
        }
    }

    private static JsonNode reword(Api author, String article, JsonNode comment, String text) {
        return author.send(
                        "PATCH",
                        comments(article) + "/" + comment.path("id").asText(),
                        JSON.createObjectNode().put("text", text).toString())
                .expect(200)
                .json();
    }

    @Test
    void whoIsAnsweredKnowsAndSoDoesWhoBeganTheThread() {
        String article = asKim.create("Fog debate");
        Api asMax = known(login("max"));
        JsonNode thread = say(asKim, article, "Who has seen it?", null);
        JsonNode reply = say(asLou, article, "I have", thread);
        say(asMax, article, "Where?", reply);
        assertThat(items(asLou, LIST).findValuesAsText("text")).containsExactly("Where?");
        assertThat(items(asLou, LIST).at("/0/kind").asText()).isEqualTo("reply");
        assertThat(items(asKim, LIST).findValuesAsText("text")).containsExactly("Where?", "I have");
        say(asMax, article, "Thanks for asking", thread);
        assertThat(items(asKim, LIST)).hasSize(3);
        assertThat(items(asLou, LIST)).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsToldToNobody() {
        String article = asKim.create("Fog gone");
        JsonNode said = say(asKim, article, "You fool, @" + lou, null);
        say(asLou, article, "What?", said);
        asKim.send("DELETE", comments(article) + "/" + said.path("id").asText(), null).expect(204);
        assertThat(items(asLou, LIST)).isEmpty();
    }

    @Test
    void whatWasReadIsNotUnread() {
        String article = asKim.create("Fog report");
        for (int i = 1; i <= 3; i++) {
            say(asKim, article, "%d for @%s".formatted(i, lou), null);
        }
        JsonNode latest = items(asLou, UNREAD).path(0);
        assertThat(latest.path("text").asText()).startsWith("3 ");
        String path = LIST + "/" + latest.path("id").asText() + "/read";
        asKim.post(path, null).problem(404, "not-found");
        JsonNode read = asLou.post(path, null).expect(200).json();
        assertThat(read.path("readAt").isNull()).isFalse();
        assertThat(asLou.post(path, null).expect(200).json()).isEqualTo(read);
        assertThat(items(asLou, UNREAD)).hasSize(2);
        asLou.post(LIST + "/read-all", null).expect(204);
        assertThat(items(asLou, UNREAD)).isEmpty();
        assertThat(items(asLou, LIST)).hasSize(3);
        asLou.get(LIST + "?unread=maybe").problem(400, "bad-request");
    }

    @Test
    void theyComeInPages() {
        String article = asKim.create("Fog everywhere");
        for (int i = 1; i <= 5; i++) {
            say(asKim, article, "%d @%s".formatted(i, lou), null);
        }
        List<String> read = new ArrayList<>();
        String next = UNREAD + "&limit=2";
        while (next != null) {
            JsonNode page = asLou.get(next).expect(200).json();
            page.path("items").forEach(it -> read.add(it.path("text").asText().substring(0, 1)));
            String cursor = page.path("next").textValue();
            next = cursor == null ? null : UNREAD + "&limit=2&cursor=" + cursor;
        }
        assertThat(read).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void aTextNamesNoEndOfPeople() {
        String article = asKim.create("Fog crowd");
        StringBuilder text = new StringBuilder("Hello");
        for (int i = 0; i <= 20; i++) {
            text.append(" @guest").append(i);
        }
        asKim.post(
                        comments(article),
                        JSON.createObjectNode().put("text", text.toString()).toString())
                .problem(422, "unprocessable");
    }
}
