package galley.publish.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@TestServers
class ListTest {
    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void theNewestPublishedComesFirst() {
        var old = release("p01-reprint", "2026-05-01T00:00:00Z");
        var young = release("p02-round-up", "2026-05-03T00:00:00Z");
        var middle = release("p03-wire-dateline", "2026-05-02T00:00:00Z");
        assertThat(ids(Map.of())).containsExactly(young, middle, old);
    }

    @Test
    void pagingLosesNoneOfThoseThatWerePublishedAtTheSameTime() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            all.add(release("p05-teaser", "2026-05-01T00:00:00Z"));
        }
        assertThat(ids(Map.of("limit", "5"))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void readingOnFromTheLastChangeMissesNone() {
        List<String> all = new ArrayList<>();
        var since = Instant.now().minusSeconds(5).toString();
        // all of them updated at the same time, and long before they arrive here
        for (int i = 0; i < 12; i++) {
            all.add(release("p05-teaser", "2026-05-01T00:00:00Z"));
        }
        assertThat(ids(Map.of("since", since, "limit", "5"))).isEqualTo(all);
        assertThat(ids(Map.of("since", Instant.now().plusSeconds(60).toString()))).isEmpty();
    }

    @Test
    void aChangedArticleIsAmongTheChanges() {
        var article = Samples.article("p01-reprint");
        desk.release(article);
        release("p02-round-up", "2026-05-02T00:00:00Z");
        var since = Instant.now().toString();
        desk.release(Samples.next(article, _ -> {}));
        assertThat(ids(Map.of("since", since))).containsExactly(article.id().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "section,Coast,true",
        "section,coast,false",
        "tag,ferries,true",
        "tag,trams,false",
        "source,The Tide Letter,true",
        "source,019e0f2f-0400-78a8-92b1-68fb8ccd1c7a,true",
        "source,Maré,true",
        "source,Other,false",
        "language,en-GB,true",
        "language,en,true",
        "language,EN,true",
        "language,EN-gb,true",
        "language,en-US,false",
        "language,e,false",
        "language,pt,false",
        "section,'',true",
        "subject,20000776,true",
        "subject,water transport,true",
        "subject,20000777,false",
        "subject,medtop,false",
        "kind,reprint,true",
        "kind,interview,false",
        "from,2026-05-01T00:00:00Z,true",
        "from,2026-05-01T02:00:00+02:00,true",
        "from,2026-05-01T00:00:01Z,false",
        "to,2026-05-01T00:00:00Z,false",
        "to,2026-05-01T00:00:01Z,true"
    })
    void filtersFindWhatTheyName(String filter, String value, boolean found) {
        var id = release("p01-reprint", "2026-05-01T00:00:00Z");
        assertThat(ids(Map.of(filter, value)).contains(id)).isEqualTo(found);
    }

    @Test
    void filtersHoldTogether() {
        var id = release("p01-reprint", "2026-05-01T00:00:00Z");
        release("p07-video", "2026-05-02T00:00:00Z");
        assertThat(
                        ids(
                                Map.of(
                                        "section", "Coast",
                                        "tag", "ferries",
                                        "source", "Maré",
                                        "language", "en",
                                        "subject", "20000776",
                                        "kind", "reprint",
                                        "from", "2026-05-01T00:00:00Z",
                                        "to", "2026-05-02T00:00:00Z",
                                        "since", "2026-01-01T00:00:00+02:00",
                                        "limit", "1")))
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0,bad-limit",
        "limit,101,bad-limit",
        "limit,x,bad-limit",
        "since,yesterday,bad-since",
        "from,2026-05-20,bad-from",
        "to,x,bad-to",
        "kind,poem,bad-kind",
        "kind,ROUND_UP,bad-kind",
        "fields,'id,body',bad-fields",
        "fields,'id,,url',bad-fields",
        "include,removed,bad-include",
        "include,everything,bad-include",
        "cursor,!!,bad-cursor"
    })
    void wrongParametersAreProblems(String name, String value, String problem) {
        RestAssured.given()
                .queryParam(name, value)
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:galley:problem:" + problem));
    }

    @Test
    void aCursorOfASearchIsCheckedToo() {
        for (var cursor : List.of("!!", "~", "~!!")) {
            RestAssured.given()
                    .queryParam("q", "ferry")
                    .queryParam("cursor", cursor)
                    .get("/v1/articles")
                    .then()
                    .statusCode(cursor.equals("~") ? 200 : 400);
        }
    }

    @Test
    void theNextPageIsTheSameWhateverComesBetween() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(release("p05-teaser", "2026-05-01T00:00:00Z"));
        }
        var first = ArticlesPage.first(Map.of("limit", "3"));
        release("p05-teaser", "2026-05-02T00:00:00Z");
        var rest = ids(Map.of("cursor", first.getString("next")));
        List<String> read = new ArrayList<>(first.getList("items.id"));
        read.addAll(rest);
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aClientGetsTheFieldsThatItAsksFor() {
        var id = release("p01-reprint", "2026-05-01T00:00:00Z");
        var item = ArticlesPage.first(Map.of("fields", "url, id,headline")).getMap("items[0]");
        assertThat(item).containsOnlyKeys("id", "headline", "url").containsEntry("id", id);
        assertThat(ArticlesPage.first(Map.of("fields", "")).getMap("items[0]"))
                .containsKey("parts");
    }

    private String release(String name, String publishedAt) {
        return desk.release(
                        Samples.article(
                                name,
                                json ->
                                        json.put("publishedAt", publishedAt)
                                                .put("updatedAt", publishedAt)))
                .id()
                .toString();
    }

    private static List<String> ids(Map<String, String> parameters) {
        return ArticlesPage.ids(parameters);
    }
}
