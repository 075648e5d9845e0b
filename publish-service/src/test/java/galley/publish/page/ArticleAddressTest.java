package galley.publish.page;

import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.PlainClient.header;
import static galley.publish.page.ArticlePages.get;
import static galley.publish.page.ArticlePages.page;
import static org.assertj.core.api.Assertions.assertThat;

/** What the address of an article answers beside its text. */
@TestServers
class ArticleAddressTest {
    @Inject Desk desk;

    @Test
    void othersLearnFromTheHeadWhatThePageIs() throws Exception {
        var article = desk.release(Samples.article("p01-reprint"));
        var page = page(article);
        assertThat(property(page, "og:type")).isEqualTo("article");
        assertThat(property(page, "og:title")).isEqualTo(article.headline());
        assertThat(property(page, "og:url"))
                .isEqualTo("https://harbour-letter.example/articles/" + article.slug());
        assertThat(property(page, "og:site_name")).isEqualTo("The Harbour Letter");
        assertThat(property(page, "article:published_time")).isEqualTo("2026-05-20T10:00:00Z");
        assertThat(page.select("meta[property=article:tag]").eachAttr("content"))
                .containsExactly("ferries", "islands");
        assertThat(page.select("meta[name=description]").attr("content"))
                .isEqualTo("One ticket for both shores");
        assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary");
        var data = Samples.JSON.readTree(page.selectFirst("head script").data());
        assertThat(data.get("@type").asText()).isEqualTo("NewsArticle");
        assertThat(data.get("headline").asText()).isEqualTo(article.headline());
        assertThat(data.get("datePublished").asText()).isEqualTo("2026-05-20T10:00:00Z");
    }

    @Test
    void dataInTheHeadEndNothing() throws Exception {
        var headline = "</script><script>alert(1)</script>";
        var page =
                page(
                        desk.release(
                                Samples.article(
                                        "p01-reprint", json -> json.put("headline", headline))));
        assertThat(page.select("script")).hasSize(1);
        var data = Samples.JSON.readTree(page.selectFirst("head script").data());
        assertThat(data.get("headline").asText()).isEqualTo(headline);
    }

    @Test
    void thePolicyLetsNothingForeignIn() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.release(article);
        for (var path :
                List.of("/", "/articles/" + article.slug(), "/articles/there-is-no-such-article")) {
            var policy = RestAssured.get(path).header("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .startsWith("default-src 'none';")
                    .contains("img-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "script-src");
            assertThat(RestAssured.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void aKilledArticleLeavesItsNotice() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Withdrawn: <the> ferry office took it back");
        var answer = get(article);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        var page = Jsoup.parse(answer.asString());
        assertThat(page.selectFirst(".reason").text())
                .isEqualTo("Withdrawn: <the> ferry office took it back");
        assertThat(page.selectFirst("h1").text()).isEqualTo(article.headline());
        assertThat(page.text()).doesNotContain("The night ferry sails");
    }

    @Test
    void aFormerAddressLeadsToThePresentOne() {
        var first = desk.release(Samples.article("p01-reprint"));
        var slug = "moved-" + first.id();
        desk.release(Samples.next(first, json -> json.put("slug", slug)));
        var answer = PlainClient.get("/articles/" + first.slug());
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(header(answer, "Location")).endsWith("/articles/" + slug);
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, no-cache");
    }

    private static String property(Document page, String name) {
        return page.select("meta[property=" + name + "]").attr("content");
    }
}
