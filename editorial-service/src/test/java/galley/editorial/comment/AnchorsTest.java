package galley.editorial.comment;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Events;
import galley.editorial.OnServers;
import galley.editorial.intake.IngestedItem;

import static galley.editorial.comment.Talk.comment;
import static org.assertj.core.api.Assertions.assertThat;

/** Threads about words, which go where the words go. */
@OnServers
class AnchorsTest {
    private static final String LAMP =
            "<p>The <b>old</b> lamp turns.</p><p>Ships pass &amp; sail.</p>";

    @Inject Events events;

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");

    private static ObjectNode on(String part, int start, int end) {
        ObjectNode comment = comment("Is that so?");
        comment.putObject("anchor").put("part", part).put("start", start).put("end", end);
        return comment;
    }

    private JsonNode anchor(Talk talk) {
        return talk.threads(wim).path(0).path("anchor");
    }

    @Test
    void theAnswerQuotesTheWords() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode thread = talk.send(eva, on("p1", 4, 12)).expect(201).json();
        assertThat(thread.at("/anchor/text").asText()).isEqualTo("old lamp");
        assertThat(thread.path("orphaned").asBoolean()).isFalse();
        // the text is a line for each block, with its entities written out
        talk.send(eva, on("p1", 20, 32)).expect(201);
        assertThat(talk.threads(wim).at("/1/anchor/text").asText()).isEqualTo("Ships pass &");
    }

    @Test
    void positionsCountAsBrowsersDo() {
        Talk talk = Talk.aboutArticle(wim, "<p>🚢🚢 sail</p>");
        assertThat(talk.send(eva, on("p1", 5, 9)).expect(201).json().at("/anchor/text").asText())
                .isEqualTo("sail");
        talk.send(eva, on("p1", 1, 4)).problem(422, "unprocessable");
    }

    @Test
    void theWordsAreFollowedThroughEdits() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, on("p1", 4, 12)).expect(201);
        talk.write(wim, "<p>New here:</p>" + LAMP);
        JsonNode moved = anchor(talk);
        assertThat(moved.path("start").asInt()).isEqualTo(14);
        assertThat(moved.path("end").asInt()).isEqualTo(22);
        assertThat(moved.path("text").asText()).isEqualTo("old lamp");
        talk.write(wim, "<p>The lamp turns.</p>");
        assertThat(anchor(talk).path("text").asText()).isEqualTo("lamp");
    }

    @Test
    void wordsThatWereReadInAnEarlierRevisionAreFoundWhereTheyStandNow() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.write(wim, "<p>Tonight:</p>" + LAMP);
        talk.write(wim, "<p>Ships rest.</p>", LAMP);
        JsonNode thread = talk.send(eva, read(1, on("p1", 4, 12))).expect(201).json();
        assertThat(thread.at("/anchor/text").asText()).isEqualTo("old lamp");
        assertThat(thread.at("/anchor/part").asText()).isEqualTo("p2");
        assertThat(thread.at("/anchor/start").asInt()).isEqualTo(4);
        JsonNode present = talk.send(eva, read(3, on("p2", 4, 12))).expect(201).json();
        assertThat(present.path("anchor")).isEqualTo(thread.path("anchor"));
    }

    @Test
    void wordsThatAreGoneSinceTheyWereReadAreNotCommentedOn() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.write(wim, "<p>Ships pass &amp; sail.</p>");
        JsonNode problem = talk.send(eva, read(1, on("p1", 4, 12))).problem(409, "anchor-orphaned");
        assertThat(problem.path("detail").asText()).contains("revision 1");
        assertThat(talk.threads(wim)).isEmpty();
    }

    @Test
    void positionsAreOfARevisionThatTheArticleHas() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.write(wim, "<p>Dark.</p>");
        talk.send(eva, read(0, on("p1", 0, 3))).problem(422, "unprocessable");
        talk.send(eva, read(3, on("p1", 0, 3))).problem(422, "unprocessable");
        talk.send(eva, read(1, on("p1", 0, 300))).problem(422, "unprocessable");
    }

    private static ObjectNode read(int revision, ObjectNode comment) {
        ((ObjectNode) comment.path("anchor")).put("revision", revision);
        return comment;
    }

    @Test
    void theyAreFollowedIntoOtherParts() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, on("p1", 20, 30)).expect(201);
        talk.write(wim, "<p>The <b>old</b> lamp turns.</p>", "<p>Ships pass &amp; sail.</p>");
        assertThat(anchor(talk).path("part").asText()).isEqualTo("p2");
        assertThat(anchor(talk).path("text").asText()).isEqualTo("Ships pass");
        talk.write(wim, LAMP);
        assertThat(anchor(talk).path("part").asText()).isEqualTo("p1");
        assertThat(anchor(talk).path("start").asInt()).isEqualTo(20);
    }

    @Test
    void aThreadWhoseWordsAreGoneStaysAndFindsThemAgain() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, on("p1", 4, 12)).expect(201);
        talk.write(wim, "<p>Ships pass &amp; sail.</p>");
        JsonNode orphan = talk.threads(wim).path(0);
        assertThat(orphan.path("orphaned").asBoolean()).isTrue();
        assertThat(orphan.at("/anchor/text").asText()).isEqualTo("old lamp");
        assertThat(orphan.at("/anchor/part").isNull()).isTrue();
        assertThat(orphan.at("/anchor/start").isNull()).isTrue();
        talk.write(wim, "<p>Ships pass the old lamp.</p>");
        JsonNode back = talk.threads(wim).path(0);
        assertThat(back.path("orphaned").asBoolean()).isFalse();
        assertThat(back.at("/anchor/start").asInt()).isEqualTo(15);
    }

    @Test
    void theyAreFollowedWhenTheSourceChangesItsText() {
        IngestedItem item = IngestedItem.harbour();
        item.arrive(events);
        Talk talk = Talk.about(item.article().toString());
        talk.send(eva, on("p1", 4, 11)).expect(201);
        item.revised(2, "<p>Breaking: the harbour opened.</p>").arrive(events);
        assertThat(wim.get(talk.article()).header("ETag")).isEqualTo("\"2\"");
        assertThat(anchor(talk).path("text").asText()).isEqualTo("harbour");
        assertThat(anchor(talk).path("start").asInt()).isEqualTo(14);
    }

    @Test
    void anEditThatIsRefusedMovesNothing() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, on("p1", 4, 12)).expect(201);
        String tooLong = "x ".repeat(500_000);
        wim.patch(
                        talk.id(),
                        "{\"parts\": [{\"id\": \"p1\", \"type\": \"original\", \"body\": \"<p>%s</p>\"}]}"
                                .formatted(tooLong))
                .problem(413, "too-large");
        assertThat(anchor(talk).path("start").asInt()).isEqualTo(4);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        int end = "The old lamp turns.\nShips pass & sail.".length();
        talk.send(eva, on("p1", 0, end)).expect(201);
        talk.send(eva, on("p1", 0, end + 1)).problem(422, "unprocessable");
        talk.send(eva, on("p1", 4, 4)).problem(422, "unprocessable");
        talk.send(eva, on("p1", -1, 4)).problem(422, "unprocessable");
        talk.send(eva, on("p1", 3, 4)).problem(422, "unprocessable");
        talk.send(eva, on("p7", 0, 4)).problem(422, "unprocessable");
        JsonNode thread = talk.say(eva, "All of it");
        talk.send(eva, on("p1", 0, 3).put("replyTo", thread.path("id").asText()))
                .problem(422, "unprocessable");
    }
}
