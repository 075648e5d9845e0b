package galley.publish.page;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that list what has something in common. */
@TestServers
class ListsTest {
    @Inject Desk desk;

    private Article ferry;
    private Article roses;

    @BeforeEach
    void release() {
        desk.clear();
        ferry =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json -> json.put("publishedAt", "2026-04-30T23:59:59Z")));
        roses =
                desk.release(
                        Samples.article(
                                "p04-translation-chain",
                                json -> json.put("publishedAt", "2026-05-01T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/ferries, Articles about, ferries",
        "/authors/Ana%20Lobo, Articles by, Ana Lobo",
        "/authors/The%20editors, Articles by, The editors",
        "/sources/Mar%C3%A9, Articles from, Maré",
        "/sources/The%20Tide%20Letter, Articles from, The Tide Letter",
        "/archive/2026/04, Archive, April 2026"
    })
    void aPageListsWhatHasItInCommon(String path, String kicker, String title) {
        var page = get(path);
        assertThat(page.selectFirst("main .heading .kicker").text()).isEqualTo(kicker);
        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.title()).isEqualTo(title + " · The Harbour Letter");
        assertThat(page.select("article.listed h2").eachText()).contains(ferry.headline());
        assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://harbour-letter.example" + path);
    }

    @Test
    void aTranslationIsFoundByBothItsPublishers() {
        assertThat(listed("/sources/Jornal%20da%20Barra")).containsExactly(roses.headline());
        assertThat(listed("/sources/The%20Tide%20Letter"))
                .containsExactly(roses.headline(), ferry.headline());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tags/nothing-has-it",
                "/tags/%00",
                "/authors/Nobody",
                "/sources/Nowhere",
                "/archive/2019",
                "/archive/2019/01",
                "/archive/2026/13",
                "/archive/26",
                "/archive/2026/5"
            })
    void aListOfNothingIsMissing(String path) {
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWithdrawnIsNowhereListed() {
        desk.kill(ferry, "Withdrawn");
        for (var path :
                List.of(
                        "/tags/ferries",
                        "/authors/Ana%20Lobo",
                        "/sources/Mar%C3%A9",
                        "/archive/2026/04")) {
            assertThat(RestAssured.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(listed("/search?q=ferry")).isEmpty();
        assertThat(get("/archive").text()).doesNotContain("April 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "night ferry, true",
        "FERRY, true",
        "ferries sailing, true",
        "harb*, true",
        "'\"outer islands\"', true",
        "'\"islands outer\"', false",
        "ferry -dock, false",
        "ferry roses, false",
        "ferry OR submarine, true",
        "crew, true",
        "mare.example, false",
        "introduction, false",
        "reprint, true"
    })
    void searchFindsTheWordsOfAnArticle(String words, boolean found) {
        var page = search(words);
        assertThat(page.selectFirst("input[name=q]").attr("value")).isEqualTo(words);
        assertThat(page.select("article.listed h2").eachText().contains(ferry.headline()))
                .isEqualTo(found);
    }

    @Test
    void searchSaysWhenThereIsNothing() {
        assertThat(search("submarine").selectFirst("main").text())
                .contains("Results for “submarine”", "Nothing was found.");
        assertThat(search("").select(".results, .empty, article")).isEmpty();
        assertThat(search("<b>\u0000'").selectFirst(".results").text())
                .isEqualTo("Results for “<b>'”");
    }

    @Test
    void resultsGoOnOnFurtherPages() {
        for (int i = 0; i < 21; i++) {
            desk.release(Samples.article("p05-teaser"));
        }
        var first = search("benches");
        assertThat(first.select("article.listed")).hasSize(20);
        var second = get(first.selectFirst("a[rel=next]").attr("href"));
        assertThat(second.select("article.listed")).hasSize(1);
        assertThat(second.selectFirst("a[rel=prev]").attr("href")).isEqualTo("/search?q=benches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tags/maps", "/archive/2026/05", "/search?q=benches"})
    void theWayBackLeadsOverTheSamePages(String path) {
        for (int i = 0; i < 45; i++) {
            // all published at the same time
            desk.release(Samples.article("p05-teaser"));
        }
        var first = get(path);
        var second = get(link(first, "next"));
        var third = get(link(second, "next"));
        assertThat(articles(first, second, third)).hasSizeBetween(45, 47).doesNotHaveDuplicates();
        var back = get(link(third, "prev"));
        assertThat(articles(back)).hasSize(20).isEqualTo(articles(second));
        assertThat(link(back, "next")).isEqualTo(link(second, "next"));
        assertThat(link(back, "prev")).isEqualTo(path);
    }

    @Test
    void aVeryLongTextIsReleasedAllTheSame() {
        var body = new StringBuilder("<p>");
        for (int i = 0; i < 120_000; i++) {
            body.append(Integer.toString(i + 50_000, Character.MAX_RADIX)).append(' ');
        }
        var article =
                desk.release(
                        Samples.article(
                                "p05-teaser",
                                json ->
                                        json.withArray("parts")
                                                .addObject()
                                                .put("type", "original")
                                                .put("id", "p2")
                                                .put("body", body.append("</p>").toString())));
        assertThat(RestAssured.get("/articles/" + article.slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void theArchiveKnowsItsYearsAndMonths() {
        desk.release(
                Samples.article(
                        "p05-teaser", json -> json.put("publishedAt", "2025-12-24T10:00:00Z")));
        var page = get("/archive");
        assertThat(page.select(".year h2").eachText()).containsExactly("2026", "2025");
        assertThat(page.select(".year li").eachText())
                .containsExactly(
                        "May 2026 1 article", "April 2026 1 article", "December 2025 1 article");
        assertThat(page.select(".year li a").eachAttr("href"))
                .containsExactly("/archive/2026/05", "/archive/2026/04", "/archive/2025/12");
        assertThat(get("/archive/2025").select(".year li").eachText())
                .containsExactly("December 2025 1 article");
        assertThat(listed("/archive/2026/05")).containsExactly(roses.headline());
    }

    @Test
    void theFormStaysOnTheSite() {
        assertThat(get("/search").selectFirst("form").attr("action")).isEqualTo("/search");
        assertThat(RestAssured.get("/search").header("Content-Security-Policy"))
                .contains("form-action 'self'");
    }

    private static String link(Document page, String relation) {
        return page.selectFirst("nav.pages a[rel=" + relation + "]").attr("href");
    }

    private static List<String> articles(Document... pages) {
        return Arrays.stream(pages)
                .flatMap(page -> page.select("article.listed h2 a").eachAttr("href").stream())
                .toList();
    }

    private static List<String> listed(String path) {
        return get(path).select("article.listed h2").eachText();
    }

    private static Document search(String words) {
        return Jsoup.parse(
                RestAssured.given()
                        .queryParam("q", words)
                        .get("/search")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static Document get(String path) {
        return Jsoup.parse(
                RestAssured.given()
                        .urlEncodingEnabled(false)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
