package galley.publish.ready;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.kit.media.MediaStore;
import galley.publish.Pictured;
import galley.publish.PlainClient;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.frontpage.FrontDesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every answer that shows articles says of which it is made. */
@TestServers
class SurrogateKeysTest {
    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    private final String picture =
            new MediaStore(Path.of("target/media"))
                    .put(("a picture " + UUID.randomUUID()).getBytes(UTF_8));

    private Article article;

    @BeforeEach
    void release() {
        desk.clear();
        frontDesk.section("coast", "Coast", "The coast");
        article = Samples.article("p01-reprint", json -> Pictured.with(json, picture));
        desk.release(article);
    }

    @Test
    void whatShowsOneArticleHasItsKey() {
        var moved =
                desk.release(
                        Samples.next(article, json -> json.put("slug", "moved-" + article.id())));
        for (var path :
                List.of(
                        "/articles/" + moved.slug(),
                        "/articles/" + article.slug(),
                        "/v1/articles/" + article.id(),
                        "/v1/articles/" + article.id() + "?format=html",
                        "/v1/articles/" + article.slug(),
                        "/v1/articles/" + moved.slug() + "?format=newsml-g2",
                        "/media/" + picture,
                        "/media/" + picture + "/w/320")) {
            assertThat(key(path)).as(path).isEqualTo("article/" + article.id());
        }
        desk.kill(moved, "Not true");
        assertThat(key("/articles/" + article.slug())).isEqualTo("article/" + article.id());
    }

    @Test
    void whatAnyArticleMayTouchHasTheEditions() {
        for (var path :
                List.of(
                        "/",
                        "/sections/coast",
                        "/tags/ferries",
                        "/authors/Ana%20Lobo",
                        "/sources/Mar%C3%A9",
                        "/search?q=ferry",
                        "/archive",
                        "/archive/2026",
                        "/archive/2026/05",
                        "/feeds/rss.xml",
                        "/feeds/atom.xml",
                        "/feeds/feed.json",
                        "/feeds/sections/coast/atom.xml",
                        "/feeds/tags/ferries/atom.xml",
                        "/feeds/authors/The%20editors/atom.xml",
                        "/feeds/languages/en/atom.xml",
                        "/sitemap.xml",
                        "/sitemap-news.xml",
                        "/sitemaps/articles-2026-05.xml",
                        "/v1/articles",
                        "/v1/articles?q=ferry",
                        "/v1/front-page",
                        "/v1/sections/coast",
                        "/v1/articles/" + article.id() + "/status")) {
            assertThat(PlainClient.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(key(path)).as(path).isEqualTo("edition");
        }
    }

    @Test
    void whatIsMissingMayComeWithAnyArticle() {
        for (var path :
                List.of(
                        "/articles/not-yet",
                        "/v1/articles/not-yet",
                        "/v1/articles/" + Samples.id(),
                        "/media/0123",
                        "/tags/not-yet",
                        "/feeds/tags/not-yet/rss.xml")) {
            assertThat(PlainClient.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(key(path)).as(path).isEqualTo("edition");
        }
    }

    @Test
    void aCopyThatIsStillGoodHasThemToo() {
        var path = "/articles/" + article.slug();
        var etag = PlainClient.header(PlainClient.get(path), "ETag");
        var known = PlainClient.get(path, "If-None-Match", etag);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(PlainClient.header(known, "Surrogate-Key")).isEqualTo("article/" + article.id());
    }

    @Test
    void whatShowsNoArticleStaysWhateverChanges() {
        for (var path : List.of("/v1/sections", "/.well-known/jwks.json")) {
            assertThat(PlainClient.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(key(path)).as(path).isEmpty();
        }
    }

    private static String key(String path) {
        return PlainClient.header(PlainClient.get(path), "Surrogate-Key");
    }
}
