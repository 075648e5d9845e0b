package galley.publish.media;

import java.nio.file.Path;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.kit.media.MediaStore;
import galley.publish.Pictured;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@TestServers
class MediaTest {
    private final byte[] file = ("a picture " + UUID.randomUUID()).getBytes(UTF_8);
    private final String hash = new MediaStore(Path.of("target/media")).put(file);

    @Inject Desk desk;

    @Test
    void aPictureOfALiveArticleIsServed() {
        desk.release(article(hash, "image/webp"));
        var answer = picture();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEqualTo(file);
        assertThat(answer.contentType()).isEqualTo("image/webp");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");

        var again =
                RestAssured.given()
                        .header("If-None-Match", answer.header("ETag"))
                        .get("/media/" + hash);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void whatNoLiveArticleShowsIsNotServed() {
        assertThat(picture().statusCode()).isEqualTo(404);
        desk.release(
                Samples.changed(
                        article(hash, "image/png"),
                        json -> json.put("embargoedUntil", "2999-01-01T00:00:00Z")));
        assertThat(picture().statusCode()).isEqualTo(404);

        var article = desk.release(article(hash, "image/png"));
        assertThat(picture().statusCode()).isEqualTo(200);
        desk.kill(article, "It shows somebody else");
        assertThat(picture().statusCode()).isEqualTo(404);
    }

    @Test
    void thePageShowsThePictureFromItsOwnAddress() {
        var article = desk.release(article(hash, "image/jpeg"));
        var page = Jsoup.parse(RestAssured.get("/articles/" + article.slug()).asString());
        var picture = page.selectFirst("figure.media img");
        assertThat(picture.attr("src")).isEqualTo("/media/" + hash);
        assertThat(picture.attr("width")).isEqualTo("640");
        assertThat(picture.attr("height")).isEqualTo("480");
        assertThat(picture.attr("alt")).isEqualTo(Pictured.ALT);
        assertThat(page.selectFirst("figure.media figcaption").text()).isEqualTo("The quay");
    }

    @Test
    void otherSitesGetItsWholeAddress() {
        desk.release(article(hash, "image/jpeg"));
        assertThat(RestAssured.get("/feeds/atom.xml").asString())
                .contains("https://harbour-letter.example/media/" + hash);
    }

    @Test
    void aPictureOfATypeThatIsNeverKeptIsNotShown() {
        var article = desk.release(article(hash, "image/svg+xml"));
        assertThat(picture().statusCode()).isEqualTo(404);
        assertThat(RestAssured.get("/articles/" + article.slug()).asString())
                .doesNotContain("/media/" + hash + "\"");
    }

    private Response picture() {
        return RestAssured.get("/media/" + hash);
    }

    private static Article article(String hash, String type) {
        return Samples.article("p01-reprint", json -> Pictured.with(json, hash, type, 640, 480));
    }
}
