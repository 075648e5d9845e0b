package galley.publish.page;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** A publication's own look, with a template, words and files that it put into a folder. */
@TestServers
@TestProfile(ThemeTest.WithTheme.class)
class ThemeTest {
    @Inject Desk desk;

    /** The theme of the folder in the test's resources. */
    public static class WithTheme implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "galley.site.theme", "src/test/resources/theme", "galley.site.language", "de");
        }
    }

    @Test
    void aTemplateOfItsOwnTakesThePlaceOfTheBuiltInOne() {
        var page = get("/no-such-page", 404);
        assertThat(page.selectFirst("main").text()).isEqualTo("Lost at sea: Nicht gefunden");
        assertThat(page.selectFirst("header.site .name").text()).isEqualTo("The Harbour Letter");
    }

    @Test
    void theOtherTemplatesStayTheBuiltInOnes() {
        var article = desk.release(Samples.article("p01-reprint"));
        var page = get("/articles/" + article.slug(), 200);
        assertThat(page.selectFirst("h1").text()).isEqualTo(article.headline());
    }

    @Test
    void wordsAreThoseOfTheThemeElseOfTheLanguage() {
        var article = desk.release(Samples.article("p01-reprint"));
        var page = get("/articles/" + article.slug(), 200);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.selectFirst(".dates").text()).isEqualTo("20. Mai 2026");
        assertThat(page.selectFirst(".attribution").text())
                .isEqualTo("Zuerst bei Maré, am 18. Mai 2026.");
        assertThat(page.selectFirst(".skip").text()).isEqualTo("Zum Inhalt springen");
    }

    @Test
    void itsStylesComeAfterTheBuiltInOnes() {
        var page = get("/", 200);
        var styles = RestAssured.get(page.selectFirst("link[rel=stylesheet]").attr("href"));
        assertThat(styles.asString())
                .contains("header.site")
                .endsWith(":root { --accent: #005a5a; }\n");
    }

    @Test
    void itsFilesHaveAddresses() {
        var page = get("/no-such-page", 404);
        var path = page.selectFirst("main p").attr("data-logo");
        assertThat(path).matches("/assets/logo\\.[0-9a-f]{12}\\.svg");
        assertThat(RestAssured.get(path).contentType()).isEqualTo("image/svg+xml");
    }

    private static Document get(String path, int status) {
        return Jsoup.parse(
                RestAssured.given()
                        .header("Accept", "text/html")
                        .get(path)
                        .then()
                        .statusCode(status)
                        .extract()
                        .asString());
    }
}
