package galley.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import galley.publish.edition.Desk;
import galley.testkit.AccessWalk;

import static org.assertj.core.api.Assertions.assertThat;

/** What is published is for everyone: with any role, with none, and with a token gone bad. */
@TestServers
class OpenToAllTest {
    @Inject Desk desk;

    @Test
    void whatReadersUseIsOpenToEveryRoleAndToNone() {
        Map<String, Set<String>> allowed =
                Stream.of(
                                "GET /",
                                "GET /articles/{slug}",
                                "GET /archive",
                                "GET /archive/{year}",
                                "GET /archive/{year}/{month}",
                                "GET /assets/{name}",
                                "GET /authors/{name}",
                                "GET /media/{hash}",
                                "GET /media/{hash}/w/{width}",
                                "GET /search",
                                "GET /sources/{name}",
                                "GET /tags/{tag}",
                                "GET /v1/articles",
                                "GET /v1/articles/{idOrSlug}",
                                "GET /v1/articles/{id}/status",
                                "GET /.well-known/jwks.json",
                                "GET /v1/front-page",
                                "GET /v1/stream",
                                "POST /hub",
                                "GET /v1/sections",
                                "GET /v1/sections/{key}",
                                "GET /sections/{key}",
                                "GET /feeds/rss.xml",
                                "GET /feeds/atom.xml",
                                "GET /feeds/feed.json",
                                "GET /feeds/sections/{key}/{file}",
                                "GET /feeds/tags/{tag}/{file}",
                                "GET /feeds/authors/{name}/{file}",
                                "GET /feeds/languages/{language}/{file}",
                                "GET /robots.txt",
                                "GET /sitemap.xml",
                                "GET /sitemap-news.xml",
                                "GET /sitemaps/pages.xml",
                                "GET /sitemaps/articles-{name}.xml")
                        .collect(Collectors.toMap(door -> door, _ -> Set.of(AccessWalk.NOBODY)));
        for (var operation :
                List.of(
                        "POST /v1/signing-keys/rotate",
                        "GET /v1/dead-letters",
                        "GET /v1/dead-letters/{id}",
                        "POST /v1/dead-letters/{id}/retry",
                        "POST /v1/dead-letters/{id}/discard",
                        "GET /v1/export/articles.ndjson",
                        "GET /v1/export/wordpress.xml",
                        "GET /v1/export/site.zip",
                        "GET /v1/rebuild",
                        "POST /v1/rebuild",
                        "POST /v1/rebuild/cancel")) {
            allowed.put(operation, Set.of("admin"));
        }
        for (var operation :
                List.of(
                        "POST /v1/subscriptions",
                        "GET /v1/subscriptions",
                        "GET /v1/subscriptions/{id}",
                        "PATCH /v1/subscriptions/{id}",
                        "DELETE /v1/subscriptions/{id}",
                        "POST /v1/subscriptions/{id}/rotate",
                        "POST /v1/subscriptions/{id}/test",
                        "POST /v1/subscriptions/{id}/replay",
                        "GET /v1/subscriptions/{id}/deliveries",
                        "POST /v1/api-keys",
                        "GET /v1/api-keys",
                        "GET /v1/api-keys/{id}",
                        "PATCH /v1/api-keys/{id}",
                        "DELETE /v1/api-keys/{id}")) {
            allowed.put(operation, Set.of("subscriber", "admin"));
        }
        var service = URI.create("http://localhost:" + RestAssured.port);
        assertThat(new AccessWalk(service).surprises(allowed)).isEmpty();
    }

    @Test
    void aTokenGoneBadShutsNoDoor() {
        var article = desk.release(Samples.article("p01-reprint"));
        for (var path : List.of("/", "/articles/" + article.slug(), "/v1/articles")) {
            RestAssured.given().auth().oauth2("no.token.atall").get(path).then().statusCode(200);
        }
    }

    @Test
    void nobodyWritesHere() {
        for (var path : List.of("/", "/v1/articles", "/feeds/rss.xml", "/articles/x")) {
            assertThat(RestAssured.post(path).statusCode()).as(path).isEqualTo(405);
            assertThat(RestAssured.delete(path).statusCode()).as(path).isEqualTo(405);
        }
    }
}
