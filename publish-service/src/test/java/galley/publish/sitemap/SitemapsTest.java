package galley.publish.sitemap;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.feed.ReadXml;
import galley.publish.frontpage.FrontDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What search engines are told. */
@TestServers
class SitemapsTest {
    private static final String SITE = "https://harbour-letter.example";
    private static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void robotsLearnWhereTheSitemapsAre() {
        RestAssured.get("/robots.txt").then().statusCode(200).contentType("text/plain");
        assertThat(RestAssured.get("/robots.txt").asString().lines())
                .contains(
                        "User-agent: *",
                        "Allow: /",
                        "Sitemap: " + SITE + "/sitemap.xml",
                        "Sitemap: " + SITE + "/sitemap-news.xml");
    }

    @Test
    void theIndexLeadsToEveryPage() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        var may = desk.release(published("2026-05-20T10:00:00Z"));
        var june = desk.release(published("2026-06-01T00:00:00Z"));
        var index = entries("/sitemap.xml", "sitemapindex", "sitemap");
        List<String> pages = new ArrayList<>();
        for (var sitemap : index) {
            var path = loc(sitemap).substring(SITE.length());
            entries(path, "urlset", "url").forEach(url -> pages.add(loc(url)));
        }
        assertThat(pages)
                .containsExactlyInAnyOrder(
                        SITE + "/",
                        SITE + "/sections/the-coast",
                        SITE + "/articles/" + may.slug(),
                        SITE + "/articles/" + june.slug());
        assertThat(index)
                .extracting(SitemapsTest::loc)
                .contains(
                        SITE + "/sitemaps/articles-2026-05.xml",
                        SITE + "/sitemaps/articles-2026-06.xml");
    }

    @Test
    void aMonthStaysAsItIsWhateverHappensInOthers() {
        var may = desk.release(published("2026-05-20T10:00:00Z"));
        var path = "/sitemaps/articles-2026-05.xml";
        var before = PlainClient.get(path);
        var tag = PlainClient.header(before, "ETag");
        desk.release(published("2026-06-20T10:00:00Z"));
        desk.release(published("2026-04-20T10:00:00Z"));
        assertThat(PlainClient.get(path).body()).isEqualTo(before.body());
        assertThat(PlainClient.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        // once a change of the same second can be told from it
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            var date = PlainClient.header(PlainClient.get(path), "Last-Modified");
                            return PlainClient.get(path, "If-Modified-Since", date).statusCode()
                                    == 304;
                        });
        desk.release(Samples.next(may, json -> json.put("updatedAt", "2026-07-01T08:30:00.123Z")));
        assertThat(PlainClient.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(ReadXml.text(entries(path, "urlset", "url").getFirst(), MAP, "lastmod"))
                .isEqualTo("2026-07-01T08:30:00Z");
    }

    @Test
    void whatIsTakenBackLeavesAtOnce() {
        var now = Instant.now().minusSeconds(60).toString();
        var killed = desk.release(published(now));
        var withheld = desk.release(published(now));
        var stays = desk.release(published(now));
        var month = "/sitemaps/articles-" + now.substring(0, 7) + ".xml";
        assertListed(month, killed, withheld, stays);
        assertListed("/sitemap-news.xml", killed, withheld, stays);
        desk.kill(killed, "Not true");
        var decided = Samples.next(withheld, _ -> {});
        desk.apply(new ArticleWithheld(decided, DECISION));
        assertListed(month, stays);
        assertListed("/sitemap-news.xml", stays);
        desk.apply(new ArticleReinstated(Samples.next(decided, _ -> {}), DECISION));
        assertListed(month, withheld, stays);
        assertListed("/sitemap-news.xml", withheld, stays);
    }

    @Test
    void aMonthWithoutArticlesHasNoSitemap() {
        var only = desk.release(published("2026-05-20T10:00:00Z"));
        desk.kill(only, "Not true");
        for (var name : List.of("2026-05", "2026-05-2", "2026-13", "x", "2026-05.xml")) {
            RestAssured.get("/sitemaps/articles-" + name + ".xml")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
        assertThat(entries("/sitemap.xml", "sitemapindex", "sitemap"))
                .extracting(SitemapsTest::loc)
                .containsExactly(SITE + "/sitemaps/pages.xml");
    }

    @Test
    void noSitemapHasMoreThanFiftyThousandAddresses() {
        var article = desk.release(published("2026-05-20T10:00:00Z"));
        desk.copy(article.id(), 50_000);
        assertThat(entries("/sitemap.xml", "sitemapindex", "sitemap")).hasSize(3);
        var first = entries("/sitemaps/articles-2026-05.xml", "urlset", "url");
        var second = entries("/sitemaps/articles-2026-05-2.xml", "urlset", "url");
        assertThat(first).hasSize(50_000);
        assertThat(second).hasSize(1);
        assertThat(first).extracting(SitemapsTest::loc).doesNotContain(loc(second.getFirst()));
        RestAssured.get("/sitemaps/articles-2026-05-3.xml").then().statusCode(404);
    }

    @Test
    void newsIsOfTheLastTwoDays() {
        var now = Instant.now();
        desk.release(published(now.minus(Duration.ofHours(49)).toString()));
        var recent =
                desk.release(
                        Samples.changed(
                                published(now.minus(Duration.ofHours(47)).toString()),
                                json ->
                                        json.put("updatedAt", now.toString())
                                                .put("headline", "Ferry & <tram>")));
        var news = entries("/sitemap-news.xml", "urlset", "url");
        assertThat(news).hasSize(1);
        assertThat(loc(news.getFirst())).isEqualTo(SITE + "/articles/" + recent.slug());
        var it = ReadXml.children(news.getFirst(), NEWS, "news").getFirst();
        var publication = ReadXml.children(it, NEWS, "publication").getFirst();
        assertThat(ReadXml.text(publication, NEWS, "name")).isEqualTo("The Harbour Letter");
        assertThat(ReadXml.text(publication, NEWS, "language")).isEqualTo("en");
        assertThat(ReadXml.text(it, NEWS, "title")).isEqualTo("Ferry & <tram>");
        // of the first publication, whatever was changed since
        assertThat(OffsetDateTime.parse(ReadXml.text(it, NEWS, "publication_date")).toInstant())
                .isEqualTo(recent.publishedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void newsIsNoMoreThanTheNewestThousand() {
        var now = Instant.now();
        var oldest = desk.release(published(now.minusSeconds(120).toString()));
        var article = desk.release(published(now.minusSeconds(60).toString()));
        desk.copy(article.id(), 999);
        assertThat(entries("/sitemap-news.xml", "urlset", "url"))
                .hasSize(1_000)
                .extracting(SitemapsTest::loc)
                .doesNotContain(SITE + "/articles/" + oldest.slug());
    }

    @Test
    void whoHasItGetsNoSecondCopy() {
        desk.release(published(Instant.now().minusSeconds(60).toString()));
        for (var path :
                List.of(
                        "/robots.txt",
                        "/sitemap.xml",
                        "/sitemap-news.xml",
                        "/sitemaps/pages.xml")) {
            var tag = PlainClient.header(PlainClient.get(path), "ETag");
            assertThat(PlainClient.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    private static Article published(String time) {
        return Samples.article(
                "p01-reprint", json -> json.put("publishedAt", time).put("updatedAt", time));
    }

    private static void assertListed(String path, Article... articles) {
        assertThat(entries(path, "urlset", "url"))
                .extracting(SitemapsTest::loc)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(articles).stream()
                                .map(it -> SITE + "/articles/" + it.slug())
                                .toList());
    }

    /** The entries of a sitemap, after a look at the rules of its schema. */
    private static List<Element> entries(String path, String rootName, String name) {
        Response answer = RestAssured.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/xml");
        var document = answer.asByteArray();
        assertThat(document).hasSizeLessThan(50 << 20);
        var root = ReadXml.root(document);
        assertThat(root.getLocalName()).isEqualTo(rootName);
        assertThat(root.getNamespaceURI()).isEqualTo(MAP);
        var entries = ReadXml.children(root);
        for (var entry : entries) {
            assertEntry(entry, name);
        }
        return entries;
    }

    private static void assertEntry(Element entry, String name) {
        if (!entry.getLocalName().equals(name) || !MAP.equals(entry.getNamespaceURI())) {
            throw new AssertionError("An element " + entry.getTagName());
        }
        var children = ReadXml.children(entry).stream().map(Element::getLocalName).toList();
        // the schema's own come first, in its order, each once
        assertThat(children)
                .isIn(List.of("loc"), List.of("loc", "lastmod"), List.of("loc", "lastmod", "news"));
        var address = URI.create(loc(entry));
        if (!SITE.endsWith(address.getHost()) || address.toString().length() >= 2_048) {
            throw new AssertionError("An address " + address);
        }
        if (children.contains("lastmod")) {
            OffsetDateTime.parse(ReadXml.text(entry, MAP, "lastmod"));
        }
    }

    private static String loc(Element entry) {
        return ReadXml.text(entry, MAP, "loc");
    }
}
