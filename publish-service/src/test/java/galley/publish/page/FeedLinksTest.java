package galley.publish.page;

import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.frontpage.FrontDesk;

import static org.assertj.core.api.Assertions.assertThat;

/** Feed readers that are given the address of a page find the feeds of what it shows. */
@TestServers
class FeedLinksTest {
    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void everyPageNamesTheFeedsOfThePublication() {
        var article = desk.release(Samples.article("p01-reprint"));
        for (var path : List.of("/", "/articles/" + article.slug())) {
            assertThat(feeds(path))
                    .extracting(link -> link.attr("href"))
                    .containsExactly("/feeds/atom.xml", "/feeds/rss.xml", "/feeds/feed.json");
        }
    }

    @Test
    void aSectionsPageNamesItsOwnFirst() {
        frontDesk.section("the-coast", "Coast", "By & the sea");
        var feeds = feeds("/sections/the-coast");
        assertThat(feeds).hasSize(6);
        assertThat(feeds.subList(0, 3))
                .allSatisfy(
                        link -> {
                            assertThat(link.attr("title")).isEqualTo("By & the sea");
                            assertThat(link.attr("href")).startsWith("/feeds/sections/the-coast/");
                        });
    }

    @Test
    void whatIsNamedIsThere() {
        frontDesk.section("the-coast", "Coast", "By the sea");
        for (var link : feeds("/sections/the-coast")) {
            var answer = RestAssured.get(link.attr("href"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith(link.attr("type"));
        }
    }

    private static List<Element> feeds(String path) {
        return Jsoup.parse(RestAssured.get(path).asString()).select("head link[rel=alternate]");
    }
}
