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
                                "GET /v1/front-page",
                                "GET /v1/sections",
                                "GET /v1/sections/{key}",
                                "GET /sections/{key}",
                                "GET /feeds/rss.xml",
                                "GET /feeds/atom.xml",
                                "GET /feeds/feed.json")
                        .collect(Collectors.toMap(door -> door, _ -> Set.of(AccessWalk.NOBODY)));
        for (var operation :
                List.of(
                        "GET /v1/dead-letters",
                        "GET /v1/dead-letters/{id}",
                        "POST /v1/dead-letters/{id}/retry",
                        "POST /v1/dead-letters/{id}/discard")) {
            allowed.put(operation, Set.of("admin"));
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
