package galley.editorial.search;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.editorial.Api;
import galley.editorial.OnServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists, orders and counts articles by their fields. */
@OnServers
class FieldSearchTest {
    private static final String FULL =
            """
            {"headline": "Full", "language": "en-GB", "kind": "reprint", "section": "World",
             "tags": ["Ports"], "bylines": ["Ada Lobo"], "embargoedUntil": "2099-06-01T00:00:00Z",
             "subjects": [{"scheme": "https://cv.example.org/", "code": "medtop:04000000",
                           "name": "Economy"}],
             "parts": [{"type": "reprint", "body": "<p>Text.</p>",
                        "attribution": {"publisher": "The Quay", "author": "Rui Faro"}}]}
            """;

    private final Api eva = Api.as("editor", "eva");
    private final OwnArticles articles = new OwnArticles();

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
        String id = articles.create(FULL);
        articles.headlined("Other", "pt");
        eva.decide(articles.headlined("Another", "pt"), "submit", "{}").expect(200);
        assertThat(articles.pages("kind=reprint&" + filter)).containsExactly(id);
        assertThat(articles.pages(filter)).contains(id);
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
        articles.create(FULL);
        assertThat(articles.pages(filter)).isEmpty();
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
        String first = articles.headlined("First", "en");
        String second = articles.headlined("Second", "en");
        String third = articles.headlined("Third", "en");
        eva.decide(second, "assign", "{\"dueAt\": \"2030-01-02T00:00:00Z\"}").expect(200);
        eva.decide(first, "assign", "{\"dueAt\": \"2030-01-03T00:00:00Z\"}").expect(200);
        assertThat(articles.pages("limit=1")).containsExactly(third, second, first);
        assertThat(articles.pages("limit=1&sort=oldest")).containsExactly(first, second, third);
        assertThat(articles.pages("limit=1&sort=updated")).containsExactly(first, second, third);
        assertThat(articles.pages("limit=1&sort=due")).containsExactly(second, first);
        assertThat(articles.pages("limit=1&sort=published")).isEmpty();
    }

    @Test
    void aCursorIsOfTheListThatHandedItOut() {
        articles.headlined("One", "en");
        articles.headlined("Two", "en");
        String next = articles.page("limit=1").path("next").asText();
        eva.get("/v1/articles?sort=due&cursor=" + next).problem(400, "bad-cursor");
    }

    @Test
    void facetsCountTheArticlesByTheirFields() {
        articles.create(FULL);
        articles.headlined("Other", "pt");
        eva.decide(articles.headlined("Another", "pt"), "submit", "{}").expect(200);
        JsonNode counts = eva.get("/v1/articles/facets?tag=" + articles.tag()).expect(200).json();
        assertThat(counts.at("/total/count").asInt()).isEqualTo(3);
        assertThat(counts.at("/total/more").asBoolean()).isFalse();
        assertThat(facet(counts, "state")).containsExactly("draft 2", "in-review 1");
        assertThat(facet(counts, "language")).containsExactly("pt 2", "en-GB 1");
        assertThat(facet(counts, "kind")).containsExactlyInAnyOrder("original 2", "reprint 1");
        assertThat(facet(counts, "tag"))
                .containsExactlyInAnyOrder(articles.tag() + " 3", "Ports 1");
        assertThat(facet(counts, "publisher")).containsExactly("The Quay 1");
        assertThat(facet(counts, "publication")).containsExactly("unpublished 3");
        JsonNode fewer =
                eva.get("/v1/articles/facets?q=other&tag=" + articles.tag()).expect(200).json();
        assertThat(fewer.at("/total/count").asInt()).isEqualTo(1);
    }

    @Test
    void facetsNamePeople() {
        String login = "lia-" + UUID.randomUUID();
        Api.as("writer", login).get("/v1/notifications").expect(200);
        String id = articles.headlined("Hers", "en");
        eva.decide(id, "assign", "{\"user\": \"%s\"}".formatted(login)).expect(200);
        JsonNode counts = eva.get("/v1/articles/facets?tag=" + articles.tag()).expect(200).json();
        assertThat(counts.at("/facets/assignee/0/value").asText()).startsWith("staff:");
        assertThat(counts.at("/facets/assignee/0/name").asText()).isEqualTo(login);
    }

    private static List<String> facet(JsonNode counts, String field) {
        return counts.at("/facets/" + field)
                .valueStream()
                .map(it -> it.path("value").asText() + " " + it.path("count").asInt())
                .toList();
    }
}
