package galley.publish.page;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;

/** Readers get pages, programs get problems. */
@TestServers
class ErrorPagesTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource({
        "/no-such-page, 404, There is no such page",
        "/articles/no-such-article, 404, There is no such page",
        "/articles/a/b/c, 404, There is no such page",
        "/feeds/other.xml, 404, There is no such page",
        "/?cursor=nonsense, 400, Bad cursor"
    })
    void aBrowserGetsAPage(String path, int status, String heading) {
        var answer = get(path, BROWSER);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("main a[href=/]")).isNotEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/json, text/html;q=0.5"})
    void aProgramGetsAProblem(String accept) {
        var answer = get("/no-such-page", accept);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    @Test
    void theApiAnswersProblemsToBrowsersToo() {
        assertThat(get("/v1/articles?limit=0", BROWSER).contentType())
                .isEqualTo("application/problem+json");
    }

    @Test
    void anAcceptThatIsNoneIsRefused() {
        for (var path : new String[] {"/no-such-page", "/v1/articles/no-such-article"}) {
            assertThat(get(path, "nonsense").statusCode()).as(path).isBetween(400, 499);
        }
    }

    private static Response get(String path, String accept) {
        return RestAssured.given().header("Accept", accept).get(path);
    }
}
