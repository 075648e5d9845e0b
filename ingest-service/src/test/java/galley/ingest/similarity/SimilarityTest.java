package galley.ingest.similarity;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import galley.ingest.IngestedTopic;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of items that say the same as items of other sources. */
@OnServers
class SimilarityTest extends SimilarityCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSameTextInTwoFeedsIsADuplicateOfTheOneThatCameFirst() {
        var first = feed(Rss.item("1", "Harbour opens", text));
        var second = feed(Rss.item("a", "Ferries sail again", text));
        assertThat(duplicateOf(first)).isNull();
        assertThat(duplicateOf(second)).isEqualTo(articleOf(first));
        assertThat(similar(first)).containsExactly(idOf(second) + " 1.0");
        assertThat(similar(second)).containsExactly(idOf(first) + " 1.0");
    }

    @Test
    void editorialLearnsOfIt() throws Exception {
        var first = push(wire, "1", text);
        var second = push(other, "1", text);
        try (var topic = new IngestedTopic()) {
            var event = JSON.readTree(topic.await(articleOf(second), 1).getFirst().value());
            assertThat(event.path("content").path("duplicateOf").asText())
                    .isEqualTo(articleOf(first));
        }
    }

    @Test
    void aLightlyEditedTextIsADuplicateAndItsScoreTellsSo() {
        var first = push(wire, "1", text);
        var edited = push(other, "1", Prose.edited(text));
        var same = push(third, "1", text);
        assertThat(duplicateOf(edited)).isEqualTo(articleOf(first));
        assertThat(duplicateOf(same)).isEqualTo(articleOf(first));
        var found = editor.get("/v1/items/" + idOf(first) + "/similar").expect(200).json();
        assertThat(found.path("next").isNull()).isTrue();
        assertThat(ids(found)).containsExactly(idOf(same), idOf(edited));
        var best = found.path("items").path(0);
        assertThat(best.path("articleId").asText()).isEqualTo(articleOf(same));
        assertThat(best.path("source")).isEqualTo(same.path("source"));
        assertThat(best.path("headline").asText()).isEqualTo("Headline 1");
        assertThat(best.path("receivedAt")).isEqualTo(same.path("receivedAt"));
        assertThat(best.path("score").asDouble()).isEqualTo(1);
        assertThat(found.path("items").path(1).path("score").asDouble()).isBetween(0.6, 0.95);
    }

    @Test
    void markupIsNoDifference() {
        var first = push(wire, "1", text);
        var html = "<p><b>" + text.replaceFirst(" ", "</b> ").replace(" the ", "</p><p>The ");
        assertThat(duplicateOf(push(other, "1", html + "</p>"))).isEqualTo(articleOf(first));
    }

    @Test
    void aRoundUpThatQuotesATextOrReprintsItIsNoDuplicate() {
        var first = push(wire, "1", text);
        var quoting = newText(200) + " " + Prose.cut(text, 40, 120) + " " + newText(100);
        var reprinting = newText(60) + " " + text + " " + newText(200);
        var introducing = newText(40) + " " + text;
        for (var post : List.of(quoting, reprinting, introducing)) {
            assertThat(duplicateOf(push(source(), "1", post))).isNull();
        }
        assertThat(similar(first)).isEmpty();
    }

    @Test
    void aReprintIsNoDuplicateByItsHeadline() {
        push(wire, "1", text);
        assertThat(duplicateOf(push(other, "1", newText(300)))).isNull();
        assertThat(duplicateOf(push(third, "1", ""))).isNull();
    }

    @Test
    void aTeaserIsNoDuplicateOfTheWhole() {
        var whole = push(wire, "1", text);
        assertThat(duplicateOf(push(other, "1", Prose.cut(text, 0, 55)))).isNull();
        var teaser = push(third, "1", Prose.cut(text, 0, 280) + " […]");
        assertThat(teaser.at("/articles/0/partial").asBoolean()).isTrue();
        assertThat(duplicateOf(teaser)).isNull();
        assertThat(similar(whole)).isEmpty();
    }

    @Test
    void aShortTextIsADuplicateOnlyWordForWord() {
        var flash = newText(20);
        var first = push(wire, "1", flash);
        assertThat(duplicateOf(push(other, "1", flash + "!"))).isEqualTo(articleOf(first));
        assertThat(duplicateOf(push(third, "1", flash + " today"))).isNull();
    }

    @Test
    void thePicturesOfAnEventAreNotTheSameForTheirCaption() {
        push(wire, picture(text));
        assertThat(duplicateOf(push(other, picture(text)))).isNull();
    }

    @Test
    void whatASourceSaysTwiceIsNoDuplicate() {
        var first = push(wire, "1", text);
        var again = push(wire, "2", text);
        assertThat(duplicateOf(again)).isNull();
        assertThat(similar(first)).isEmpty();
        assertThat(duplicateOf(push(other, "1", text))).isEqualTo(articleOf(first));
    }

    @Test
    void aFeedThatBringsADuplicateAgainBringsNothingNew() {
        push(wire, "1", text);
        var item = Rss.item("a", "Ferries sail again", text);
        var copy = feed(item);
        assertThat(duplicateOf(copy)).isNotNull();
        assertThat(admin.fetch(copy.path("source").asText())).contains("\"unchanged\":1");
    }

    @Test
    void anUpdatedItemIsNoDuplicateOfItselfNorOfWhatCameLater() {
        var first = push(wire, "1", text);
        var copy = push(other, "1", text);
        var updated = push(wire, "1", Prose.edited(text));
        assertThat(duplicateOf(updated)).isNull();
        assertThat(similar(updated)).hasSize(1);
        var copyUpdated = push(other, "1", Prose.edited(text));
        assertThat(duplicateOf(copyUpdated)).isEqualTo(articleOf(first));
        assertThat(similar(updated)).containsExactly(idOf(copy) + " 1.0");
    }

    @Test
    void anUpdatedItemIsKnownByWhatItSaysNow() {
        var first = push(wire, "1", text);
        var copy = push(other, "1", text);
        var rewritten = newText(300);
        push(wire, "1", rewritten);
        assertThat(similar(copy)).isEmpty();
        assertThat(duplicateOf(push(third, "1", text))).isEqualTo(articleOf(copy));
        assertThat(duplicateOf(push(third, "2", rewritten))).isEqualTo(articleOf(first));
        push(wire, "1", "");
        assertThat(duplicateOf(push(source(), "1", rewritten))).isNotEqualTo(articleOf(first));
        assertThat(similar(first)).isEmpty();
    }

    @Test
    void anItemThatComesToSayWhatAnotherSaidBeforeIsItsDuplicate() {
        push(wire, "1", newText(300));
        var first = push(other, "1", text);
        assertThat(duplicateOf(push(wire, "1", text))).isEqualTo(articleOf(first));
        var corrected = push(other, "1", Prose.edited(text));
        assertThat(duplicateOf(corrected)).isNull();
    }

    @Test
    void whatARemovedSourceHasBroughtStays() {
        var first = feed(Rss.item("1", "Harbour opens", text));
        admin.delete("/v1/sources/" + first.path("source").asText()).expect(204);
        var copy = push(other, "1", text);
        assertThat(duplicateOf(copy)).isEqualTo(articleOf(first));
        assertThat(similar(copy)).containsExactly(idOf(first) + " 1.0");
    }

    @Test
    void itIsForStaff() {
        var item = "/v1/items/" + idOf(push(wire, "1", text)) + "/similar";
        wire.get(item).expect(403);
        editor.get("/v1/items/" + UUID.randomUUID() + "/similar").problem(404, "not-found");
    }

    private static ObjectNode picture(String caption) {
        return JSON.createObjectNode()
                .put("type", "picture")
                .put("headline", "Harbour")
                .put("body", caption);
    }

    private static List<String> ids(JsonNode list) {
        return list.path("items").findValuesAsText("item");
    }
}
