package galley.publish.page;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;

@TestServers
class AssetsTest {
    @Test
    void whatAPageNamesMayBeKeptForEver() {
        var page = Jsoup.parse(RestAssured.get("/").asString());
        for (var link : page.select("link[rel=stylesheet], link[rel=icon]")) {
            var path = link.attr("href");
            assertThat(path).matches("/assets/[a-z]+\\.[0-9a-f]{12}\\.(css|svg)");
            var answer = RestAssured.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Cache-Control"))
                    .isEqualTo("public, max-age=31536000, immutable");
            assertThat(answer.contentType())
                    .startsWith(path.endsWith("css") ? "text/css" : "image/svg+xml");
        }
    }

    @Test
    void anotherReplicasHashGetsWhatThereIsAndIsKeptForAMoment() {
        for (var path : new String[] {"/assets/site.0123456789ab.css", "/assets/site.css"}) {
            var answer = RestAssured.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.header("Cache-Control"))
                    .isEqualTo("public, max-age=60, stale-while-revalidate=86400");
        }
    }

    @Test
    void nothingElseIsThere() {
        for (var path :
                new String[] {
                    "/assets/other.css",
                    "/assets/..%2Fapplication.properties",
                    "/assets/application.properties"
                }) {
            var answer = RestAssured.given().urlEncodingEnabled(false).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theStyleSheetAsksNobodyElse() {
        assertThat(RestAssured.get("/assets/site.css").asString())
                .doesNotContain("@import", "url(", "//");
    }
}
