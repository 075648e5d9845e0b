package galley.publish.jsonld;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.document.Published;
import galley.publish.document.Publisher;
import galley.publish.document.RelatedLink;
import galley.publish.edition.Gate;

import static org.assertj.core.api.Assertions.assertThat;

/** What search engines and others who know schema.org read. */
@TestServers
class JsonLdDocumentsTest {
    static final List<String> NAMES = Samples.ALL;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPatternIsANewsArticleWithAllThatOneNeeds(String name) {
        var json = document(Samples.article(name));
        assertThat(json.at("/@context").asText()).isEqualTo("https://schema.org");
        assertThat(json.at("/@type").asText()).isEqualTo("NewsArticle");
        for (var member :
                List.of("@id", "url", "headline", "datePublished", "dateModified", "articleBody")) {
            assertThat(json.path(member).asText()).as(member).isNotBlank();
        }
        assertThat(json.at("/publisher/name").asText()).isEqualTo("The Harbour Letter");
        assertThat(json.at("/author/0/name").asText()).isNotBlank();
        assertTyped(json);
    }

    /** Whatever is an object says what it is, and nothing is there without a value. */
    private static void assertTyped(JsonNode node) {
        if (node.isObject()) {
            assertThat(node.path("@type").asText()).as(node.toString()).isNotBlank();
        }
        for (JsonNode child : node) {
            assertThat(child.isNull() || (child.isContainerNode() && child.isEmpty())).isFalse();
            assertTyped(child);
        }
    }

    @Test
    void aReprintIsBasedOnWhatItsPublisherHad() {
        var json = document(Samples.article("p01-reprint"));
        assertThat(json.at("/author/0/name").asText()).isEqualTo("The editors");
        assertThat(json.at("/about/0/url").asText())
                .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000776");
        var source = json.at("/isBasedOn/0");
        assertThat(source.at("/url").asText()).isEqualTo("https://mare.example/boat");
        assertThat(source.at("/publisher/name").asText()).isEqualTo("Maré");
        assertThat(source.at("/author/name").asText()).isEqualTo("Ana Lobo");
        assertThat(source.at("/datePublished").asText()).isEqualTo("2026-05-18");
        assertThat(json.at("/citation/0").asText())
                .isEqualTo("First published by Maré <https://mare.example/boat> on 18 May 2026.");
        assertThat(json.at("/hasPart/1/copyrightNotice").asText()).isEqualTo("© 2026 Maré");
    }

    @Test
    void aTranslationIsOfAnotherWork() {
        var source = document(Samples.article("p04-translation-chain")).at("/isBasedOn/0");
        assertThat(source.at("/url").asText()).isEqualTo("https://tide-letter.example/roses");
        assertThat(source.at("/publisher/name").asText()).isEqualTo("The Tide Letter");
        assertThat(source.at("/translator/name").asText()).isEqualTo("Ida Brand");
        var original = source.at("/translationOfWork");
        assertThat(original.at("/inLanguage").asText()).isEqualTo("pt");
        assertThat(original.at("/publisher/name").asText()).isEqualTo("Jornal da Barra");
        assertThat(original.at("/author/name").asText()).isEqualTo("Rui Sá");
        assertThat(original.at("/url").asText()).isEqualTo("https://barra.example/rosas");
    }

    @Test
    void aDatelineBelongsToItsPart() {
        var parts = document(Samples.article("p02-round-up")).at("/hasPart");
        assertThat(parts.findValuesAsText("dateline"))
                .containsExactly("BRACKWATER, May 11 —", "OLDPORT, May 12 —");
    }

    @Test
    void aVideoAndItsSpeakersAreThings() {
        var json = document(Samples.article("p07-video"));
        assertThat(json.at("/hasPart/1/@type").asText()).isEqualTo("VideoObject");
        assertThat(json.at("/hasPart/1/url").asText())
                .isEqualTo("https://video.example/watch?v=tides&t=1");
        assertThat(json.at("/mentions/0/name").asText()).isEqualTo("Mara Quint");
        assertThat(json.at("/mentions/0/affiliation/name").asText())
                .isEqualTo("Society of Tide Watchers");
    }

    @Test
    void aCorrectionIsSaid() {
        var json =
                document(
                        Samples.next(
                                Samples.article("p01-reprint"),
                                it ->
                                        it.putArray("corrections")
                                                .addObject()
                                                .put("version", 2)
                                                .put("at", "2026-05-21T10:00:00Z")
                                                .put("note", "The ferry has two decks")));
        assertThat(json.at("/correction/0/@type").asText()).isEqualTo("CorrectionComment");
        assertThat(json.at("/correction/0/text").asText()).isEqualTo("The ferry has two decks");
        assertThat(json.at("/correction/0/datePublished").asText())
                .isEqualTo("2026-05-21T10:00:00Z");
    }

    @Test
    void relatedWorksAreMentioned() {
        var json = document(Samples.article("p01-reprint"));
        assertThat(json.path("mentions").findValuesAsText("name")).contains("The islands");
        assertThat(json.path("mentions").findValuesAsText("url"))
                .contains("https://mare.example/i");
    }

    private static JsonNode document(Article article) {
        return Samples.JSON.valueToTree(
                JsonLdDocuments.of(
                        new Published(
                                Gate.through(article),
                                null,
                                "https://harbour-letter.example/articles/x",
                                new Publisher(
                                        "The Harbour Letter", "https://harbour-letter.example/"),
                                path -> "https://harbour-letter.example" + path),
                        List.of(new RelatedLink("The islands", "https://mare.example/i", null))));
    }
}
