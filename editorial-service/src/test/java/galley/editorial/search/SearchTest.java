package galley.editorial.search;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Finds articles by words and by every field. */
@OnServers
class SearchTest {
    private final Api eva = Api.as("editor", "eva");

    @Inject Session database;
    @Inject WordIndex index;

    /** A tag that keeps each test to its own articles. */
    private final String own = "tag-" + UUID.randomUUID();

    @Test
    void wordsAreFoundInHeadlineStandfirstAndEveryPart() {
        String id =
                create(
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
        String id = create("{\"headline\": \"Harbour opens\", \"bylines\": [\"Ada Lobo\"]}");
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
        String id = headlined(headline, language);
        assertThat(found(word)).containsExactly(id);
    }

    @Test
    void aLanguageDoesNotReadTheWordsOfAnother() {
        headlined("Un boating", "pt");
        assertThat(found("boats")).isEmpty();
    }

    @Test
    void accentsNeedNotBeWritten() {
        String id = headlined("São João à noite", "pt");
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
        String id = headlined("It's the new ferry of the harbour organization", "en");
        headlined("A bus and a tram, not another", "en");
        assertThat(found(query)).containsExactly(id);
    }

    @Test
    void thereCanBeAChoiceOfWords() {
        String ferry = headlined("The ferry", "en");
        String tram = headlined("The tram", "en");
        headlined("The bus", "en");
        assertThat(found("ferry OR tram")).containsExactly(tram, ferry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"ferry new\"", "-ferry", "-ferries", "ferr"})
    void whatIsExcludedInAnotherOrderOrOnlyBegunIsNotFound(String query) {
        headlined("A new ferry", "en");
        assertThat(found(query)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "'", "\\", "!", "\"", "*", "a:*b", ":", "( |", "-", "--", "%"})
    void signsAreNoWords(String query) {
        headlined("Plain", "en");
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
        create(
                """
                {"headline": "Harbour opens", "language": "en",
                 "parts": [{"type": "original", "body": "<p>The tram is late.</p>"}]}
                """);
        assertThat(found("harbour -tram")).isEmpty();
        assertThat(found("harbour -bus")).hasSize(1);
    }

    @Test
    void thoseWithTheWordsInTheHeadlineComeFirst() {
        String inHeadline = headlined("Harbour opens", "en");
        String inText =
                create(
                        """
                        {"headline": "Ferries", "language": "en",
                         "parts": [{"type": "original", "body": "<p>The harbour is open.</p>"}]}
                        """);
        String inHeadlineToo = headlined("Harbours", "en");
        assertThat(found("harbour")).containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(pages("q=harbour&limit=1")).containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(pages("q=harbour&limit=2")).containsExactly(inHeadlineToo, inHeadline, inText);
        assertThat(found("harbour", "sort=newest"))
                .containsExactly(inHeadlineToo, inText, inHeadline);
    }

    @Test
    void aChangedTextIsFoundByItsNewWordsOnly() {
        String id = headlined("Harbour opens", "en");
        eva.patch(id, "{\"headline\": \"Tunnel closes\"}").expect(200);
        assertThat(found("harbour")).isEmpty();
        assertThat(found("tunnel")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=draft",
                "publication=unpublished",
                "language=en",
                "language=en-gb",
                "kind=reprint",
                "section=World",
                "byline=Ada+Lobo",
                "subject=medtop:04000000",
                "subject=economy",
                "publisher=The+Quay",
                "author=Rui+Faro",
                "unassigned=true",
                "createdFrom=2020-01-01T00:00:00Z",
                "createdTo=2100-01-01T00:00:00Z",
                "updatedFrom=2020-01-01T00:00:00Z&updatedTo=2100-01-01T00:00:00%2B02:00",
                "embargoedFrom=2099-01-01T00:00:00Z&embargoedTo=2100-01-01T00:00:00Z",
            })
    void everyFieldNarrows(String filter) {
        String id = create(FULL);
        headlined("Other", "pt");
        eva.decide(headlined("Another", "pt"), "submit", "{}").expect(200);
        assertThat(pages("kind=reprint&" + filter)).containsExactly(id);
        assertThat(pages(filter)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=approved",
                "publication=live",
                "language=e",
                "kind=video",
                "section=Worl",
                "tag=nothing",
                "byline=Ada",
                "publisher=Quay",
                "unassigned=false&assignee=me",
                "priority=1",
                "slug=full",
                "createdTo=2020-01-01T00:00:00Z",
                "updatedTo=2020-01-01T00:00:00Z",
                "publishedFrom=2020-01-01T00:00:00Z",
                "dueTo=2100-01-01T00:00:00Z",
                "embargoedFrom=2100-01-01T00:00:00Z",
            })
    void whatDiffersInAFieldIsNotFound(String filter) {
        create(FULL);
        assertThat(pages(filter)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "state=finished, bad-state",
        "publication=sold, bad-publication",
        "kind=poem, bad-kind",
        "sort=colour, bad-sort",
        "priority=0, bad-priority",
        "priority=10, bad-priority",
        "createdFrom=yesterday, bad-time",
        "dueTo=2026-05-20, bad-time",
        "unassigned=perhaps, bad-request",
    })
    void aWrongParameterIsSaid(String query, String problem) {
        eva.get("/v1/articles?" + query).problem(400, problem);
        if (!query.startsWith("sort")) {
            eva.get("/v1/articles/facets?" + query).problem(400, problem);
        }
    }

    @Test
    void aListIsInTheOrderThatIsAskedFor() {
        String first = headlined("First", "en");
        String second = headlined("Second", "en");
        String third = headlined("Third", "en");
        eva.decide(second, "assign", "{\"dueAt\": \"2030-01-02T00:00:00Z\"}").expect(200);
        eva.decide(first, "assign", "{\"dueAt\": \"2030-01-03T00:00:00Z\"}").expect(200);
        assertThat(pages("limit=1")).containsExactly(third, second, first);
        assertThat(pages("limit=1&sort=oldest")).containsExactly(first, second, third);
        assertThat(pages("limit=1&sort=updated")).containsExactly(first, second, third);
        assertThat(pages("limit=1&sort=due")).containsExactly(second, first);
        assertThat(pages("limit=1&sort=published")).isEmpty();
    }

    @Test
    void aCursorIsOfTheListThatHandedItOut() {
        headlined("One", "en");
        headlined("Two", "en");
        String next = page("limit=1").path("next").asText();
        eva.get("/v1/articles?sort=due&cursor=" + next).problem(400, "bad-cursor");
    }

    @Test
    void facetsCountTheArticlesByTheirFields() {
        create(FULL);
        headlined("Other", "pt");
        eva.decide(headlined("Another", "pt"), "submit", "{}").expect(200);
        JsonNode counts = eva.get("/v1/articles/facets?tag=" + own).expect(200).json();
        assertThat(counts.at("/total/count").asInt()).isEqualTo(3);
        assertThat(counts.at("/total/more").asBoolean()).isFalse();
        assertThat(facet(counts, "state")).containsExactly("draft 2", "in-review 1");
        assertThat(facet(counts, "language")).containsExactly("pt 2", "en-GB 1");
        assertThat(facet(counts, "kind")).containsExactlyInAnyOrder("original 2", "reprint 1");
        assertThat(facet(counts, "tag")).containsExactlyInAnyOrder(own + " 3", "Ports 1");
        assertThat(facet(counts, "publisher")).containsExactly("The Quay 1");
        assertThat(facet(counts, "publication")).containsExactly("unpublished 3");
        JsonNode fewer = eva.get("/v1/articles/facets?q=other&tag=" + own).expect(200).json();
        assertThat(fewer.at("/total/count").asInt()).isEqualTo(1);
    }

    @Test
    void facetsNamePeople() {
        String login = "lia-" + UUID.randomUUID();
        Api.as("writer", login).get("/v1/notifications").expect(200);
        String id = headlined("Hers", "en");
        eva.decide(id, "assign", "{\"user\": \"%s\"}".formatted(login)).expect(200);
        JsonNode counts = eva.get("/v1/articles/facets?tag=" + own).expect(200).json();
        assertThat(counts.at("/facets/assignee/0/value").asText()).startsWith("staff:");
        assertThat(counts.at("/facets/assignee/0/name").asText()).isEqualTo(login);
    }

    private static final String FULL =
            """
            {"headline": "Full", "language": "en-GB", "kind": "reprint", "section": "World",
             "tags": ["Ports"], "bylines": ["Ada Lobo"], "embargoedUntil": "2099-06-01T00:00:00Z",
             "subjects": [{"scheme": "https://cv.example.org/", "code": "medtop:04000000",
                           "name": "Economy"}],
             "parts": [{"type": "reprint", "body": "<p>Text.</p>",
                        "attribution": {"publisher": "The Quay", "author": "Rui Faro"}}]}
            """;

    private String headlined(String headline, String language) {
        return create("{\"headline\": \"%s\", \"language\": \"%s\"}".formatted(headline, language));
    }

    private String create(String article) {
        String tagged =
                article.contains("\"tags\": [")
                        ? article.replace("\"tags\": [", "\"tags\": [\"" + own + "\", ")
                        : article.replaceFirst("\\{", "{\"tags\": [\"" + own + "\"], ");
        return eva.post("/v1/articles", tagged).expect(201).json().path("id").asText();
    }

    private List<String> found(String words, String... more) {
        String query = "q=" + URLEncoder.encode(words, UTF_8);
        return pages(more.length == 0 ? query : query + "&" + more[0]);
    }

    private List<String> pages(String query) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = page(query + cursor);
            ids.addAll(
                    page.path("items").findValuesAsText("id").stream()
                            .filter(id -> id.length() == 36)
                            .toList());
            JsonNode next = page.path("next");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }
        return ids;
    }

    private JsonNode page(String query) {
        return eva.get("/v1/articles?tag=" + own + "&" + query).expect(200).json();
    }

    private static List<String> facet(JsonNode counts, String field) {
        return counts.at("/facets/" + field)
                .valueStream()
                .map(it -> it.path("value").asText() + " " + it.path("count").asInt())
                .toList();
    }
}
