package galley.publish.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.kit.media.MediaStore;
import galley.publish.Pictured;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Pictures with fewer pixels, for the places where fewer are seen. */
@TestServers
class NarrowPicturesTest {
    private static final MediaStore STORE = new MediaStore(Path.of("target/media"));

    @Inject Desk desk;

    @ParameterizedTest
    @CsvSource({"jpeg, image/jpeg, 320, 160", "png, image/png, 640, 320"})
    void aPictureComesInTheWidthThatIsAskedFor(String format, String type, int width, int height)
            throws IOException {
        var hash = STORE.put(picture(format, 1000, 500));
        desk.release(article(hash, type, 1000, 500));
        var answer = RestAssured.get("/media/" + hash + "/w/" + width);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(type);
        var narrow = read(answer);
        assertThat(narrow.getWidth()).isEqualTo(width);
        assertThat(narrow.getHeight()).isEqualTo(height);
        // left red, right blue
        assertThat(new Color(narrow.getRGB(10, height / 2)).getRed()).isGreaterThan(200);
        assertThat(new Color(narrow.getRGB(width - 10, height / 2)).getBlue()).isGreaterThan(200);

        var again =
                RestAssured.given()
                        .header("If-None-Match", answer.header("ETag"))
                        .get("/media/" + hash + "/w/" + width);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    /** Exif: 6 asks for a quarter turn clockwise, 8 for one the other way, 3 for half a turn. */
    @ParameterizedTest
    @CsvSource({
        "1, 320, 160, left",
        "3, 320, 160, right",
        "6, 320, 640, top",
        "8, 320, 640, bottom"
    })
    void itIsTurnedAsItIsMeantToBeSeen(int orientation, int width, int height, String red)
            throws IOException {
        var hash = STORE.put(turned(picture("jpeg", 1000, 500), orientation));
        desk.release(article(hash, "image/jpeg", orientation > 4 ? 500 : 1000, 500));
        var narrow = read(RestAssured.get("/media/" + hash + "/w/320"));
        assertThat(narrow.getWidth()).isEqualTo(width);
        assertThat(narrow.getHeight()).isEqualTo(height);
        int x = red.equals("left") ? 10 : red.equals("right") ? width - 10 : width / 2;
        int y = red.equals("top") ? 10 : red.equals("bottom") ? height - 10 : height / 2;
        assertThat(new Color(narrow.getRGB(x, y)).getRed()).isGreaterThan(200);
        assertThat(new Color(narrow.getRGB(width - 1 - x, height - 1 - y)).getRed()).isLessThan(60);
    }

    @Test
    void whatIsNoWiderOrCannotBeDecodedIsServedAsItIs() throws IOException {
        for (byte[] file : new byte[][] {picture("jpeg", 300, 100), "no picture".getBytes(UTF_8)}) {
            var hash = STORE.put(file);
            desk.release(article(hash, "image/jpeg", 300, 100));
            assertThat(RestAssured.get("/media/" + hash + "/w/320").asByteArray()).isEqualTo(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-320", "321", "100000", "x", "0320"})
    void thereAreNoOtherWidths(String width) throws IOException {
        var hash = STORE.put(picture("jpeg", 1000, 500));
        desk.release(article(hash, "image/jpeg", 1000, 500));
        assertThat(RestAssured.get("/media/" + hash + "/w/" + width).statusCode()).isEqualTo(404);
    }

    @Test
    void itGoesWithTheArticle() throws IOException {
        var hash = STORE.put(picture("jpeg", 1000, 501));
        var path = "/media/" + hash + "/w/640";
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(404);
        var article = desk.release(article(hash, "image/jpeg", 1000, 501));
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(200);
        desk.kill(article, "It shows somebody else");
        assertThat(RestAssured.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aPageOffersTheWidthsThatThereAre() throws IOException {
        var hash = STORE.put(picture("jpeg", 1000, 502));
        var article = desk.release(article(hash, "image/jpeg", 1000, 502));
        var page = Jsoup.parse(RestAssured.get("/articles/" + article.slug()).asString());
        var picture = page.selectFirst("figure img");
        var address = "/media/" + hash;
        assertThat(picture.attr("src")).isEqualTo(address + "/w/960");
        assertThat(picture.attr("srcset"))
                .isEqualTo(
                        String.join(
                                ", ",
                                address + "/w/320 320w",
                                address + "/w/640 640w",
                                address + "/w/960 960w",
                                address + " 1000w"));
        assertThat(picture.attr("sizes")).isNotEmpty();
        assertThat(picture.attr("width") + "x" + picture.attr("height")).isEqualTo("1000x502");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://harbour-letter.example" + address + "/w/960");
    }

    private static BufferedImage read(Response answer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }

    /** Red on the left, blue on the right. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** The JPEG with an Exif segment right after its start. */
    private static byte[] turned(byte[] jpeg, int orientation) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(
                new byte[] {
                    (byte) 0xff,
                    (byte) 0xe1,
                    0,
                    34,
                    'E',
                    'x',
                    'i',
                    'f',
                    0,
                    0,
                    'M',
                    'M',
                    0,
                    '*',
                    0,
                    0,
                    0,
                    8,
                    0,
                    1,
                    1,
                    0x12,
                    0,
                    3,
                    0,
                    0,
                    0,
                    1,
                    0,
                    (byte) orientation,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0
                });
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static Article article(String hash, String type, int width, int height) {
        return Samples.article(
                "p01-reprint", json -> Pictured.with(json, hash, type, width, height));
    }
}
