package galley.publish.feed;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.frontpage.FrontDesk;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds of what articles share: a section, a tag, an author, a language. */
@TestServers
class ChannelsTest {
    private static final String SITE = "https://harbour-letter.example";
    private static final List<String> FILES = List.of("rss.xml", "atom.xml", "feed.json");
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void eachHasWhatSharesItAndNothingElse() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        var coast = desk.release(Samples.article("p01-reprint"));
        var towns = desk.release(Samples.article("p05-teaser", json -> json.put("language", "pt")));
        for (var file : FILES) {
            for (var place :
                    List.of(
                            "sections/the-coast",
                            "tags/ferries",
                            "authors/The%20editors",
                            "languages/en",
                            "languages/en-GB",
                            "languages/EN-gb")) {
                assertThat(get(place, file).statusCode()).as(place).isEqualTo(200);
                assertThat(get(place, file).asString())
                        .as(place + "/" + file)
                        .contains("urn:uuid:" + coast.id())
                        .doesNotContain(towns.id().toString());
            }
            assertThat(get("tags/maps", file).asString()).contains("urn:uuid:" + towns.id());
            assertThat(get("languages/pt", file).asString())
                    .contains("urn:uuid:" + towns.id())
                    .doesNotContain(coast.id().toString());
        }
    }

    @Test
    void eachSaysWhatItIs() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        desk.release(Samples.article("p01-reprint"));
        var section = get("sections/the-coast", "feed.json").jsonPath();
        assertThat(section.getString("title")).isEqualTo("By the sea · The Harbour Letter");
        assertThat(section.getString("home_page_url")).isEqualTo(SITE + "/sections/the-coast");
        assertThat(section.getString("feed_url"))
                .isEqualTo(SITE + "/feeds/sections/the-coast/feed.json");
        var language = get("languages/en-gb", "feed.json").jsonPath();
        assertThat(language.getString("language")).isEqualTo("en-GB");
        assertThat(language.getString("feed_url"))
                .isEqualTo(SITE + "/feeds/languages/en-GB/feed.json");
        assertThat(get("tags/ferries", "feed.json").jsonPath().getString("title"))
                .isEqualTo("ferries · The Harbour Letter");
    }

    @Test
    void eachNamesItselfAndTheHubInItsHeaders() {
        desk.release(Samples.article("p01-reprint"));
        for (var file : FILES) {
            for (var place : List.of("", "/tags/ferries")) {
                var answer = RestAssured.get("/feeds" + place + "/" + file);
                assertThat(answer.header("Link"))
                        .contains("<" + SITE + "/feeds" + place + "/" + file + ">; rel=\"self\"")
                        .contains("<" + SITE + "/hub>; rel=\"hub\"");
            }
        }
    }

    @Test
    void ofWhatIsNotThereThereIsNoFeed() {
        desk.release(Samples.article("p01-reprint"));
        for (var place :
                List.of(
                        "sections/coast",
                        "tags/ferry",
                        "tags/%00",
                        "authors/the%20editors",
                        "authors/Nobody",
                        "languages/pt",
                        "languages/e",
                        "languages/not_a_language")) {
            for (var file : FILES) {
                get(place, file).then().statusCode(404).contentType("application/problem+json");
            }
        }
        get("tags/ferries", "feed.xml").then().statusCode(404);
    }

    @Test
    void aSectionHasAFeedBeforeItHasAnArticle() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        for (var file : FILES) {
            assertThat(get("sections/the-coast", file).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aNewTitleOfASectionIsInItsFeedAtOnce() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        desk.release(Samples.article("p01-reprint"));
        assertThat(get("sections/the-coast", "rss.xml").asString()).contains("By the sea");
        frontDesk.section("the-coast", "Coast", "Salt water");
        assertThat(get("sections/the-coast", "rss.xml").asString())
                .contains("Salt water")
                .doesNotContain("By the sea");
    }

    @Test
    void oddNamesAreNamesToo() {
        var odd = "R&D / \"50%\" ü?";
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> {
                                    json.putArray("tags").add(odd);
                                    json.putArray("bylines").add(odd);
                                }));
        var segment = "R%26D%20%2F%20%2250%25%22%20%C3%BC%3F";
        for (var place : List.of("tags/", "authors/")) {
            var feed = get(place + segment, "feed.json").jsonPath();
            assertThat(feed.getString("items[0].id")).isEqualTo("urn:uuid:" + article.id());
            assertThat(feed.getString("feed_url"))
                    .isEqualTo(SITE + "/feeds/" + place + segment + "/feed.json");
        }
    }

    @Test
    void aKillIsToldWhereverTheArticleHadBeen() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        frontDesk.section("the-towns", "Towns", "Towns");
        var first = desk.release(Samples.article("p01-reprint"));
        var moved =
                desk.release(
                        Samples.next(
                                first,
                                json -> {
                                    json.put("section", "Towns").put("language", "pt");
                                    json.putArray("tags").add("quays");
                                    json.putArray("bylines").add("Ana Lobo");
                                }));
        assertThat(get("tags/ferries", "atom.xml").statusCode()).isEqualTo(404);
        desk.kill(moved, "Not true");
        for (var place :
                List.of(
                        "sections/the-coast",
                        "sections/the-towns",
                        "tags/ferries",
                        "tags/islands",
                        "tags/quays",
                        "authors/The%20editors",
                        "authors/Ana%20Lobo",
                        "languages/en",
                        "languages/en-GB",
                        "languages/pt")) {
            assertThat(get(place, "atom.xml").asString())
                    .as(place)
                    .contains("deleted-entry ref=\"urn:uuid:" + first.id() + "\"");
            for (var file : FILES) {
                assertThat(get(place, file).asString())
                        .as(place + "/" + file)
                        .doesNotContain(first.headline(), "night ferry");
            }
            assertThat(get(place, "feed.json").jsonPath().getList("items")).isEmpty();
        }
        assertThat(get("tags/maps", "atom.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsKeptOfAKillHasNoWordOfIt() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Not true");
        assertThat(desk.wholeRow(article.id()))
                .doesNotContain("ferries", "islands", "The editors", "Coast", "Maré");
    }

    @Test
    void aPlaceThatReadersNeverSawItInLearnsNothingOfItsKill() {
        var first = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(first, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        var secret =
                desk.release(
                        Samples.next(
                                withheld,
                                json -> {
                                    json.put("publication", "withheld");
                                    json.putArray("tags").add("quays");
                                }));
        desk.kill(secret, "Not true");
        assertThat(get("tags/quays", "atom.xml").statusCode()).isEqualTo(404);
        assertThat(get("tags/ferries", "atom.xml").asString()).contains("deleted-entry");
    }

    @Test
    void whatIsWithheldIsInNoFeedUntilItIsReinstated() {
        var article = desk.release(Samples.article("p01-reprint"));
        var other = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        assertListed(article, false);
        assertListed(other, true);
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        assertListed(article, true);
    }

    private static void assertListed(Article article, boolean listed) {
        for (var place : List.of("tags/ferries", "authors/The%20editors", "languages/en")) {
            for (var file : FILES) {
                assertThat(get(place, file).asString().contains(article.id().toString()))
                        .as(place)
                        .isEqualTo(listed);
            }
        }
    }

    private static Response get(String place, String file) {
        return RestAssured.given().urlEncodingEnabled(false).get("/feeds/" + place + "/" + file);
    }
}
