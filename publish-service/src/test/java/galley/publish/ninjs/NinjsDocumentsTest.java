package galley.publish.ninjs;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.testkit.ContractSchemas;

import static org.assertj.core.api.Assertions.assertThat;

@TestServers
class NinjsDocumentsTest {
    static final List<String> NAMES = Samples.ALL;
    private static final String OLD = "https://harbour-letter.example/articles/old";
    private static final String NOW = "https://harbour-letter.example/articles/now";

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPatternMakesAValidDocument(String name) {
        assertThat(errors(usable(Samples.article(name)))).isEmpty();
    }

    @Test
    void aDocumentTellsWhatTheArticleTells() {
        var article = Samples.article("p01-reprint");
        var json = usable(article);
        assertThat(json.at("/uri").asText()).isEqualTo("urn:uuid:" + article.id());
        assertThat(json.at("/version").asText()).isEqualTo("1");
        assertThat(json.at("/pubStatus").asText()).isEqualTo("usable");
        assertThat(json.at("/firstCreated").asText()).isEqualTo("2026-05-20T10:00:00Z");
        assertThat(json.at("/edNote").asText()).isEqualTo("A note");
        assertThat(json.at("/by").asText()).isEqualTo("The editors");
        assertThat(json.at("/headlines/0/value").asText()).isEqualTo(article.headline());
        assertThat(json.at("/descriptions/0/value").asText())
                .isEqualTo("One ticket for both shores");
        assertThat(json.at("/subjects/0/uri").asText())
                .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000776");
        assertThat(json.at("/infoSources/0/name").asText()).isEqualTo("Maré");
        assertThat(json.at("/renditions/0/href").asText()).isEqualTo(NOW);
        assertThat(json.at("/altIds").findValuesAsText("value")).containsExactly(OLD, NOW);
        assertThat(Jsoup.parse(json.at("/bodies/0/value").asText()).text())
                .contains("which we reprint from Maré")
                .contains("First published by Maré on 18 May 2026.")
                .contains("The night ferry sails");
    }

    @Test
    void aCanceledDocumentKeepsTheNameAndLosesTheText() {
        var kill = Samples.killed(Samples.article("p01-reprint"), "Withdrawn");
        var json =
                Samples.JSON.valueToTree(
                        NinjsDocuments.canceled(kill, "Night ferry", List.of(OLD, NOW)));
        assertThat(errors(json)).isEmpty();
        assertThat(json.at("/pubStatus").asText()).isEqualTo("canceled");
        assertThat(json.at("/version").asText()).isEqualTo("2");
        assertThat(json.at("/edNote").asText()).isEqualTo("Withdrawn");
        assertThat(json.at("/headlines/0/value").asText()).isEqualTo("Night ferry");
        assertThat(json.at("/altIds")).hasSize(2);
        assertThat(json.has("bodies")).isFalse();
        assertThat(json.has("renditions")).isFalse();
    }

    @Test
    void anUnseenOneDoesNotEvenKeepTheName() {
        var kill = Samples.killed(Samples.article("p01-reprint"), null);
        var json = Samples.JSON.valueToTree(NinjsDocuments.canceled(kill, null, List.of()));
        assertThat(errors(json)).isEmpty();
        assertThat(json.has("headlines")).isFalse();
    }

    @Test
    void aWithheldDocumentIsValid() {
        var document =
                NinjsDocuments.withheld(
                        Samples.article("p01-reprint"), Instant.EPOCH, List.of(NOW));
        assertThat(errors(Samples.JSON.valueToTree(document))).isEmpty();
    }

    @Test
    void aSubjectOfAnUnknownVocabularyKeepsItsCode() {
        var article =
                Samples.article(
                        "p01-reprint",
                        json ->
                                json.putArray("subjects")
                                        .addObject()
                                        .put("scheme", "house")
                                        .put("code", "f1")
                                        .put("name", "Ferries"));
        var json = usable(article);
        assertThat(json.at("/subjects/0/literal").asText()).isEqualTo("house:f1");
        assertThat(json.at("/subjects/0").has("uri")).isFalse();
        assertThat(errors(json)).isEmpty();
    }

    @Test
    void aSubjectOfNoVocabularyKeepsItsNameAndCode() {
        var article =
                Samples.article(
                        "p01-reprint",
                        json ->
                                json.putArray("subjects")
                                        .addObject()
                                        .putNull("scheme")
                                        .put("code", "f1")
                                        .put("name", "Ferries"));
        var json = usable(article);
        assertThat(json.at("/subjects/0/name").asText()).isEqualTo("Ferries");
        assertThat(json.at("/subjects/0/literal").asText()).isEqualTo("f1");
        assertThat(errors(json)).isEmpty();
    }

    private static JsonNode usable(Article article) {
        var full = galley.publish.edition.Gate.through(article);
        return Samples.JSON.valueToTree(
                NinjsDocuments.usable(full, "A note", NOW, List.of(OLD, NOW), path -> path));
    }

    private static List<Error> errors(JsonNode document) {
        return ContractSchemas.errors("published/1.0.json", document);
    }
}
