package galley.editorial.comment;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static galley.editorial.comment.Talk.comment;
import static org.assertj.core.api.Assertions.assertThat;

/** What people say to each other about an article. */
@OnServers
class ThreadsTest {
    private static final String NOWHERE = "0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77";

    private final Api wim = Api.as("writer", "wim");
    private final Api ana = Api.as("writer", "ana");
    private final Api eva = Api.as("editor", "eva");
    private final Api pia = Api.as("publisher", "pia");
    private final Api ada = Api.as("admin", "ada");

    private Talk talk() {
        return Talk.about(wim.create("Lighthouse"));
    }

    @Test
    void everybodyReadsTheThreadsInTheirOrderWithTheirReplies() {
        Talk talk = talk();
        JsonNode first = talk.say(eva, "Which lighthouse?");
        JsonNode second = talk.say(pia, "Who took the picture?");
        JsonNode reply = talk.reply(wim, first, "The northern one.");
        talk.reply(eva, reply, "Then say so.");
        assertThat(reply.path("thread")).isEqualTo(first.path("id"));
        for (Api reader : List.of(wim, eva, pia, ada)) {
            JsonNode threads = talk.threads(reader);
            assertThat(threads.findValuesAsText("text"))
                    .containsExactly(
                            "Which lighthouse?",
                            "The northern one.",
                            "Then say so.",
                            "Who took the picture?");
            assertThat(threads.path(0).path("replies")).hasSize(2);
            assertThat(threads.path(0).path("name").asText()).isEqualTo("eva");
            assertThat(threads.path(0).path("actor").asText()).startsWith("staff:");
            assertThat(threads.path(1).path("id")).isEqualTo(second.path("id"));
            assertThat(threads.path(1).path("resolved").asBoolean()).isFalse();
        }
    }

    @Test
    void aNewCommentHasAnAddress() {
        Talk talk = talk();
        Answer answer = talk.send(wim, comment("Ready")).expect(201);
        assertThat(answer.header("Location")).endsWith(talk.path(answer.json()));
    }

    @Test
    void theArticleStaysAsItIs() {
        Talk talk = talk();
        JsonNode thread = talk.say(eva, "Really?");
        talk.reply(wim, thread, "Yes");
        wim.post(talk.path(thread) + "/resolve", null).expect(200);
        assertThat(wim.get(talk.article()).header("ETag")).isEqualTo("\"1\"");
        assertThat(wim.get(talk.article() + "/history").json().path("items")).hasSize(1);
    }

    @Test
    void aThreadIsSettledAndOpenedAgain() {
        Talk talk = talk();
        JsonNode thread = talk.say(eva, "A source?");
        talk.say(eva, "A date?");
        JsonNode settled = wim.post(talk.path(thread) + "/resolve", null).expect(200).json();
        assertThat(settled.path("resolved").asBoolean()).isTrue();
        assertThat(settled.at("/resolution/name").asText()).isEqualTo("wim");
        JsonNode again = ana.post(talk.path(thread) + "/resolve", null).expect(200).json();
        assertThat(again.path("resolution")).isEqualTo(settled.path("resolution"));
        assertThat(texts(talk.path() + "?resolved=true")).containsExactly("A source?");
        assertThat(texts(talk.path() + "?resolved=false")).containsExactly("A date?");
        JsonNode open = eva.post(talk.path(thread) + "/reopen", null).expect(200).json();
        assertThat(open.path("resolution").isNull()).isTrue();
        assertThat(texts(talk.path() + "?resolved=true")).isEmpty();
        wim.get(talk.path() + "?resolved=perhaps").problem(400, "bad-request");
    }

    private List<String> texts(String path) {
        return wim.get(path).expect(200).json().path("items").findValuesAsText("text");
    }

    @Test
    void aReplyIsNoThread() {
        Talk talk = talk();
        JsonNode reply = talk.reply(wim, talk.say(eva, "Here?"), "There");
        wim.post(talk.path(reply) + "/resolve", null).problem(404, "not-found");
        wim.post(talk.path(reply) + "/reopen", null).problem(404, "not-found");
    }

    @Test
    void threadsComeInPages() {
        Talk talk = talk();
        List<String> said = List.of("One", "Two", "Three", "Four", "Five");
        said.forEach(text -> talk.say(eva, text));
        List<String> read = new ArrayList<>();
        String next = talk.path() + "?limit=2";
        while (next != null) {
            JsonNode page = wim.get(next).expect(200).json();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
            read.addAll(page.path("items").findValuesAsText("text"));
            String cursor = page.path("next").textValue();
            next = cursor == null ? null : talk.path() + "?limit=2&cursor=" + cursor;
        }
        assertThat(read).isEqualTo(said);
    }

    @Test
    void onlyItsAuthorChangesAComment() {
        Talk talk = talk();
        JsonNode said = talk.say(wim, "Teh end");
        String path = talk.path(said);
        JsonNode changed = wim.send("PATCH", path, "{\"text\": \"The end\"}").expect(200).json();
        assertThat(changed.path("text").asText()).isEqualTo("The end");
        assertThat(changed.path("editedAt").isNull()).isFalse();
        pia.send("PATCH", path, "{\"text\": \"My end\"}").problem(403, "not-own-comment");
        wim.send("PATCH", path, "{\"text\": \" \"}").problem(422, "unprocessable");
    }

    @Test
    void itsAuthorOrAPublisherDeletesAComment() {
        Talk talk = talk();
        JsonNode own = talk.say(wim, "Never mind");
        JsonNode rude = talk.say(wim, "Nonsense");
        ana.send("DELETE", talk.path(own), null).problem(403, "not-own-comment");
        eva.send("DELETE", talk.path(own), null).problem(403, "not-own-comment");
        wim.send("DELETE", talk.path(own), null).expect(204);
        pia.send("DELETE", talk.path(rude), null).expect(204);
        assertThat(talk.threads(wim)).isEmpty();
        wim.send("DELETE", talk.path(own), null).problem(404, "not-found");
    }

    @Test
    void whatHasRepliesLeavesItsPlaceUntilTheyGoToo() {
        Talk talk = talk();
        JsonNode thread = talk.say(wim, "I doubt it");
        JsonNode reply = talk.reply(eva, thread, "So do I");
        wim.send("DELETE", talk.path(thread), null).expect(204);
        JsonNode left = talk.threads(wim).path(0);
        assertThat(left.path("deleted").asBoolean()).isTrue();
        assertThat(left.path("text").isNull()).isTrue();
        assertThat(left.at("/replies/0/text").asText()).isEqualTo("So do I");
        wim.send("PATCH", talk.path(thread), "{\"text\": \"Back\"}").problem(404, "not-found");
        eva.send("DELETE", talk.path(reply), null).expect(204);
        assertThat(talk.threads(wim)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Talk talk = talk();
        Talk other = talk();
        JsonNode elsewhere = other.say(wim, "Elsewhere");
        Talk nowhere = Talk.about(NOWHERE);
        nowhere.send(wim, comment("Hello")).problem(404, "not-found");
        wim.get(nowhere.path()).problem(404, "not-found");
        String path = talk.path(elsewhere);
        wim.post(path + "/resolve", null).problem(404, "not-found");
        wim.post(path + "/reopen", null).problem(404, "not-found");
        wim.send("PATCH", path, "{\"text\": \"x\"}").problem(404, "not-found");
        wim.send("DELETE", path, null).problem(404, "not-found");
    }

    @Test
    void aCommentSaysSomethingToSomething() {
        Talk talk = talk();
        talk.send(wim, comment("")).problem(422, "unprocessable");
        talk.send(wim, comment("x".repeat(10_001))).problem(422, "unprocessable");
        talk.send(wim, comment("Hm").put("mood", "bad")).problem(422, "unprocessable");
        talk.send(wim, comment("Hm").put("replyTo", NOWHERE)).problem(422, "unprocessable");
        wim.post(talk.path(), "nonsense").problem(400, "malformed-json");
    }
}
