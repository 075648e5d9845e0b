package galley.publish.page;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

@TestServers
class FrontPageTest {
    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void anEmptyEditionSaysSo() {
        assertThat(get("/").selectFirst("main").text()).contains("Nothing has been published yet.");
    }

    @Test
    void anArticleStopsAtItsTeaserBreakAndCanBeReadOn() {
        var article = desk.release(Samples.article("p05-teaser"));
        var listed = get("/").selectFirst("article.listed");
        assertThat(listed.selectFirst(".body").text())
                .isEqualTo(
                        "There are four hundred and twelve benches. Most of them look at the"
                                + " water.");
        var link = listed.selectFirst(".continue a");
        assertThat(link.text()).isEqualTo("Continue reading A map of every bench in town");
        assertThat(link.attr("href")).isEqualTo("/articles/" + article.slug());
        assertThat(listed.selectFirst("h2").text()).isEqualTo(article.headline());
    }

    @Test
    void theNewestStandsFirstAndOlderOnesFollowOnFurtherPages() {
        List<String> published = new ArrayList<>();
        for (int minute = 10; minute < 55; minute++) {
            var time = "2026-05-20T10:" + minute + ":00Z";
            published.add(
                    desk.release(
                                    Samples.article(
                                            "p05-teaser",
                                            json ->
                                                    json.put("headline", time)
                                                            .put("publishedAt", time)))
                            .headline());
        }
        List<String> seen = new ArrayList<>();
        var path = "/";
        while (path != null) {
            var page = get(path);
            seen.addAll(page.select("article.listed h2").eachText());
            var older = page.selectFirst("a[rel=next]");
            path = older == null ? null : older.attr("href");
        }
        assertThat(seen).isEqualTo(published.reversed());
    }

    @Test
    void theWayBackLeadsThroughTheSamePages() {
        for (int minute = 10; minute < 55; minute++) {
            var time = "2026-05-20T10:" + minute + ":00Z";
            desk.release(
                    Samples.article(
                            "p05-teaser",
                            json -> json.put("headline", time).put("publishedAt", time)));
        }
        var first = get("/");
        assertThat(first.select("a[rel=prev], link[rel=prev]")).isEmpty();
        var second = get(first.selectFirst("a[rel=next]").attr("href"));
        var third = get(second.selectFirst("a[rel=next]").attr("href"));
        assertThat(third.select("article.listed")).hasSize(5);
        assertThat(third.select("a[rel=next]")).isEmpty();
        var back = get(third.selectFirst("a[rel=prev]").attr("href"));
        assertThat(headlines(back)).isEqualTo(headlines(second));
        assertThat(back.selectFirst("a[rel=prev]").attr("href")).isEqualTo("/");
        assertThat(get(back.selectFirst("a[rel=next]").attr("href")).select("h2").eachText())
                .isEqualTo(headlines(third));
        assertThat(second.select("meta[name=robots]").attr("content")).contains("noindex");
    }

    private static List<String> headlines(Document page) {
        return page.select("article.listed h2").eachText();
    }

    private static Document get(String path) {
        return Jsoup.parse(RestAssured.get(path).then().statusCode(200).extract().asString());
    }
}
