package galley.editorial.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import galley.editorial.Api;
import galley.editorial.Api.Answer;
import galley.editorial.OnServers;

import static galley.editorial.comment.Talk.comment;
import static org.assertj.core.api.Assertions.assertThat;

/** Changes that somebody suggests and somebody else accepts. */
@OnServers
class SuggestionsTest {
    private static final String LAMP = "<p>The <b>old</b> lamp turns.</p><p>Ships pass.</p>";

    private final Api wim = Api.as("writer", "wim");
    private final Api eva = Api.as("editor", "eva");

    private static ObjectNode suggestion(int start, int end, String words) {
        ObjectNode comment = comment("Better so").put("suggestion", words);
        comment.putObject("anchor").put("part", "p1").put("start", start).put("end", end);
        return comment;
    }

    private JsonNode suggest(Talk talk, int start, int end, String words) {
        return talk.send(eva, suggestion(start, end, words)).expect(201).json();
    }

    private Answer accept(Talk talk, JsonNode comment) {
        String etag = wim.get(talk.article()).header("ETag");
        return wim.post(talk.path(comment) + "/accept", null, "If-Match", etag);
    }

    private static String body(Answer article) {
        return article.expect(200).json().at("/parts/0/body").asText();
    }

    @Test
    void whatIsAcceptedIsAnEditByWhoeverAcceptsIt() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode made = suggest(talk, 8, 12, "beacon");
        assertThat(made.path("suggestion").asText()).isEqualTo("beacon");
        assertThat(made.path("outcome").isNull()).isTrue();
        Answer article = accept(talk, made);
        assertThat(body(article))
                .isEqualTo("<p>The <b>old</b> beacon turns.</p><p>Ships pass.</p>");
        assertThat(article.header("ETag")).isEqualTo("\"2\"");
        JsonNode thread = talk.threads(wim).path(0);
        assertThat(thread.path("resolved").asBoolean()).isTrue();
        assertThat(thread.path("outcome").asText()).isEqualTo("accepted");
        assertThat(thread.at("/anchor/text").asText()).isEqualTo("beacon");
        JsonNode edit = wim.get(talk.article() + "/history").json().at("/items/1");
        assertThat(edit.path("step").asText()).isEqualTo("edit");
        assertThat(edit.path("name").asText()).isEqualTo("wim");
        assertThat(edit.at("/details/suggestedBy")).isEqualTo(made.path("actor"));
        assertThat(edit.at("/details/old").asText()).isEqualTo("lamp");
        assertThat(edit.at("/details/new").asText()).isEqualTo("beacon");
        accept(talk, made).problem(409, "suggestion-settled");
    }

    @Test
    void theMarkupOfWordsThatStayIsLeftAlone() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode made = suggest(talk, 0, 19, "A very old beacon turns.");
        assertThat(body(accept(talk, made)))
                .isEqualTo("<p>A very <b>old</b> beacon turns.</p><p>Ships pass.</p>");
    }

    @Test
    void wordsAreTextAndNoMarkup() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        assertThat(body(accept(talk, suggest(talk, 4, 7, "<i>new</i>"))))
                .contains("<b>&lt;i&gt;new&lt;/i&gt;</b>");
    }

    @Test
    void anEmptySuggestionTakesTheWordsOut() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        assertThat(body(accept(talk, suggest(talk, 4, 8, ""))))
                .isEqualTo("<p>The lamp turns.</p><p>Ships pass.</p>");
        assertThat(talk.threads(wim).at("/0/orphaned").asBoolean()).isTrue();
    }

    @Test
    void itIsAppliedWhereTheWordsStandNow() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode made = suggest(talk, 8, 12, "beacon");
        talk.write(wim, "<p>Ships pass.</p><p>Tonight the <b>old</b> lamp turns.</p>");
        assertThat(body(accept(talk, made)))
                .isEqualTo("<p>Ships pass.</p><p>Tonight the <b>old</b> beacon turns.</p>");
    }

    @Test
    void itIsForTheWordsThatWereReadWhateverWasWrittenBeforeThem() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        ObjectNode read = suggestion(8, 12, "beacon");
        ((ObjectNode) read.path("anchor")).put("revision", 1);
        talk.write(wim, "<p>Ships rest.</p>" + LAMP);
        JsonNode made = talk.send(eva, read).expect(201).json();
        assertThat(body(accept(talk, made)))
                .isEqualTo(
                        "<p>Ships rest.</p><p>The <b>old</b> beacon turns.</p><p>Ships pass.</p>");
    }

    @Test
    void whatIsDismissedChangesNothing() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode made = suggest(talk, 8, 12, "beacon");
        JsonNode dismissed = wim.post(talk.path(made) + "/dismiss", null).expect(200).json();
        assertThat(dismissed.path("outcome").asText()).isEqualTo("dismissed");
        assertThat(dismissed.path("resolved").asBoolean()).isTrue();
        assertThat(wim.get(talk.article()).header("ETag")).isEqualTo("\"1\"");
        accept(talk, made).problem(409, "suggestion-settled");
        wim.post(talk.path(made) + "/reopen", null).expect(200);
        assertThat(body(accept(talk, made))).contains("beacon");
    }

    @Test
    void whatIsForWordsThatAreGoneIsNotAccepted() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode made = suggest(talk, 8, 12, "beacon");
        talk.write(wim, "<p>Ships pass.</p>");
        accept(talk, made).problem(409, "suggestion-orphaned");
        assertThat(talk.threads(wim).at("/0/outcome").isNull()).isTrue();
        talk.write(wim, "<p>The lamp is back.</p>");
        assertThat(body(accept(talk, made))).isEqualTo("<p>The beacon is back.</p>");
    }

    @Test
    void aRangeThatCrossesBlocksIsNone() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, suggestion(14, 25, "x")).problem(422, "unprocessable");
        talk.send(eva, suggestion(0, 20, "x")).problem(422, "unprocessable");
        JsonNode made = suggest(talk, 4, 12, "new beacon");
        talk.write(wim, "<p>The old</p><p>lamp turns.</p>");
        accept(talk, made).problem(409, "suggestion-outdated");
    }

    @Test
    void theAnswersComeInTheirOrder() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        JsonNode plain = talk.say(eva, "Nice");
        String path = talk.path(plain) + "/accept";
        String nowhere = talk.path() + "/0198c2f0-5a00-7c41-9f3e-2b8d6e1a4c77/accept";
        wim.post(nowhere, null).problem(404, "not-found");
        wim.post(path, null).problem(428, "precondition-required");
        wim.post(path, null, "If-Match", "\"7\"").problem(412, "precondition-failed");
        accept(talk, plain).problem(409, "no-suggestion");
        wim.post(talk.path(plain) + "/dismiss", null).problem(409, "no-suggestion");
        JsonNode made = suggest(talk, 8, 12, "beacon");
        eva.decide(talk.id(), "spike", null).expect(200);
        accept(talk, made).problem(409, "illegal-step");
    }

    @Test
    void aSuggestionIsForWordsAndInOneLine() {
        Talk talk = Talk.aboutArticle(wim, LAMP);
        talk.send(eva, comment("So").put("suggestion", "x")).problem(422, "unprocessable");
        talk.send(eva, suggestion(0, 3, "One\ntwo")).problem(422, "unprocessable");
    }
}
