package galley.editorial.search;

import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Finds articles by words. */
@OnServers
class SearchTest {
    private final Api eva = Api.as("editor", "eva");
    private final OwnArticles articles = new OwnArticles();

    @Inject Session database;
    @Inject WordIndex index;

    @Test
    void wordsAreFoundInHeadlineStandfirstAndEveryPart() {
        String id =
                articles.create(
                        """
                        {"headline": "Harbour opens", "standfirst": "Ferries return",
                         "bylines": ["Ada Lobo"], "tags": ["shipping"],
                         "parts": [
                           {"type": "introduction", "body": "<p>Our <b>neigh</b>bours report.</p>"},
                           {"type": "reprint", "headline": "Pilots wait", "body": "<p>Fog.</p>",
                            "dateline": {"place": "Faro", "agency": "Lusa", "text": "By the sea"},
                            "attribution": {"publisher": "The Gazette", "author": "Rita Luz",
                              "translator": "Paul Moor", "language": "pt",
                              "translationPublisher": "Weekly Digest"}},
                           {"type": "media", "kind": "image", "url": "https://example.org/a.jpg",
                            "caption": "A lantern", "credit": "Studio Sand", "alt": "Light on a mast",
                            "provider": "Picturebox"},
                           {"type": "people", "people": [
                             {"name": "Ines Prado", "role": "Pilot", "affiliation": "Port office"}]}]}
                        """);
        for (String word :
                List.of(
                        "harbour",
                        "ferries",
                        "neighbours",
                        "pilots",
                        "lobo",
                        "shipping",
                        "fog",
                        "faro",
                        "lusa",
                        "\"by the sea\"",
                        "gazette",
                        "\"rita luz\"",
                        "moor",
                        "digest",
                        "lantern",
                        "sand",
                        "mast",
                        "picturebox",
                        "prado",
                        "pilot",
                        "office")) {
            assertThat(found(word)).as(word).containsExactly(id);
        }
        assertThat(found("submarine")).isEmpty();
    }

    @Test
    void whatWasNotedInAnOlderWayIsFoundUntilItIsNotedAnew() {
        String id =
                articles.create("{\"headline\": \"Harbour opens\", \"bylines\": [\"Ada Lobo\"]}");
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                database.createNativeMutationQuery(
                                                "update article_words set format = 1,"
                                                        + " words = ts_delete(words,"
                                                        + " array['lobo', '=lobo'])"
                                                        + " where article_id = :id")
                                        .setParameter("id", UUID.fromString(id))
                                        .executeUpdate());
        assertThat(found("harbour")).containsExactly(id);
        new Reindexing(database, index).work();
        assertThat(found("harbour lobo")).containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, The boats were returning, boat",
        "en-GB, The boats were returning, return",
        "en, A study of cities, studies",
        "pt, Os barcos voltaram, barco",
        "fr, Les bateaux reviennent, bateau",
        "de, Die Häfen wurden geschlossen, Hafen",
        "es, Los puertos cerrados, puerto",
    })
    void wordsAreFoundInAnyOfTheirFormsInTheArticlesLanguage(
            String language, String headline, String word) {
        String id = articles.headlined(headline, language);
        assertThat(found(word)).containsExactly(id);
    }

    @Test
    void aLanguageDoesNotReadTheWordsOfAnother() {
        articles.headlined("Un boating", "pt");
        assertThat(found("boats")).isEmpty();
    }

    @Test
    void accentsNeedNotBeWritten() {
        String id = articles.headlined("São João à noite", "pt");
        assertThat(found("sao joao")).containsExactly(id);
        assertThat(found("São João")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"new ferry\"",
                "harb*",
                "organiz*",
                "ferry -bus",
                "\"new ferry\" harb* -tram",
                "the new",
                "-tram",
                "it's",
                "ferry \"harbour organization",
            })
    void whatIsWrittenInASearchFieldIsUnderstood(String query) {
        String id = articles.headlined("It's the new ferry of the harbour organization", "en");
        articles.headlined("A bus and a tram, not another", "en");
        assertThat(found(query)).containsExactly(id);
    }

    @Test
    void thereCanBeAChoiceOfWords() {
        String ferry = articles.headlined("The ferry", "en");
        String tram = articles.headlined("The tram", "en");
        articles.headlined("The bus", "en");
        assertThat(found("ferry OR tram")).containsExactly(tram, ferry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ferry new\"", "-ferry", "-ferries", "ferr"})
    void whatIsExcludedInAnotherOrderOrOnlyBegunIsNotFound(String query) {
        articles.headlined("A new ferry", "en");
        assertThat(found(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "'", "\\", "!", "\"", "*", "a:*b", ":", "( |", "-", "--", "%"})
    void signsAreNoWords(String query) {
        articles.headlined("Plain", "en");
        eva.get("/v1/articles?q=" + URLEncoder.encode(query, UTF_8)).expect(200);
    }

    @Test
    void wordsAreOfAThousandCharactersAtMost() {
        String longest = "w".repeat(1_000);
        for (String list : List.of("/v1/articles?q=", "/v1/articles/facets?q=")) {
            eva.get(list + longest).expect(200);
            var problem = eva.get(list + longest + "w").problem(422, "unprocessable");
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo("q");
        }
    }

    @Test
    void whatIsExcludedMayStandAnywhere() {
        articles.create(
                """
                {"headline": "Harbour opens", "language": "en",
                 "parts": [{"type": "original", "body": "<p>The tram is late.</p>"}]}
                """);
        assertThat(found("harbour -tram")).isEmpty();
        assertThat(found("harbour -bus")).hasSize(1);
    }

    @Test
    void thoseWithTheWordsInTheHeadlineComeFirst() {
        String inHeadline = articles.headlined("Harbour opens", "en");
        String inText =
                articles.create(
                        """
                        {"headline": "Ferries", "language": "en",
                         "parts": [{"type": "original", "body": "<p>The harbour is open.</p>"}]}
                        """);
        String inHeadlineToo = articles.headlined("Harbours", "en");
        assertThat(found("harbour")).containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(articles.pages("q=harbour&limit=1"))
                .containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(articles.pages("q=harbour&limit=2"))
                .containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(found("harbour", "sort=newest"))
                .containsExactly(inHeadlineToo, inText, inHeadline);
    }

    @Test
    void aChangedTextIsFoundByItsNewWordsOnly() {
        String id = articles.headlined("Harbour opens", "en");
        eva.patch(id, "{\"headline\": \"Tunnel closes\"}").expect(200);
        assertThat(found("harbour")).isEmpty();
        assertThat(found("tunnel")).containsExactly(id);
    }

    private List<String> found(String words, String... more) {
        String query = "q=" + URLEncoder.encode(words, UTF_8);
        return articles.pages(more.length == 0 ? query : query + "&" + more[0]);
    }
}
