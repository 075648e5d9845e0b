package galley.publish.feed;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

import jakarta.inject.Inject;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.kit.media.MediaStore;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every feed keeps to the rules of its format, whatever stands in it. */
@TestServers
class FeedRulesTest {
    private static final String SITE = "https://harbour-letter.example";
    private static final byte[] FILE = "a picture".getBytes(UTF_8);

    static final List<String> PLACES =
            List.of(
                    "/feeds",
                    "/feeds/tags/ferries",
                    "/feeds/authors/The%20editors",
                    "/feeds/languages/en-GB");

    private final String hash = new MediaStore(Path.of("target/media")).put(FILE);

    @Inject Desk desk;

    @BeforeEach
    void publish() {
        desk.clear();
        for (var name : Samples.ALL) {
            desk.release(Samples.article(name));
        }
        desk.release(
                Samples.article(
                        "p01-reprint",
                        json ->
                                json.put("headline", "Odd \u0000\u000B\uFFFE & <b>text</b> ]]>")
                                        .put("standfirst", "2 < 3 & \u0007more")
                                        .put("updatedAt", "2026-05-21T08:00:00.123456Z")
                                        .withArray("parts")
                                        .addObject()
                                        .put("type", "original")
                                        .put("id", "odd")
                                        .put(
                                                "body",
                                                "<p onclick=x()>One<script>x()</script><a"
                                                        + " href='javascript:x()'>two</a> <img"
                                                        + " src=/quay.jpg><a"
                                                        + " href='mailto:desk@harbour.example'>mail"
                                                        + "</a></p>")));
        desk.release(withPictures());
        var killed = desk.release(Samples.article("p01-reprint"));
        desk.kill(killed, "Taken back & <gone>");
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void rss(String place) throws Exception {
        var document = get(place + "/rss.xml");
        FeedRules.rss(document, SITE + place + "/rss.xml");
        assertReadable(document, "rss_2.0");
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void atom(String place) throws Exception {
        var document = get(place + "/atom.xml");
        FeedRules.atom(document, SITE + place + "/atom.xml");
        assertReadable(document, "atom_1.0");
        assertThat(new String(document, UTF_8)).contains("deleted-entry");
    }

    @ParameterizedTest
    @FieldSource("PLACES")
    void jsonFeed(String place) throws Exception {
        var feed = Samples.JSON.readTree(get(place + "/feed.json"));
        assertThat(feed.path("items")).isNotEmpty();
        FeedRules.json(feed, SITE + place + "/feed.json");
    }

    /** A client that was not written here. */
    private static void assertReadable(byte[] document, String type) throws Exception {
        var feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(document)));
        assertThat(feed.getFeedType()).isEqualTo(type);
        assertThat(feed.getEntries()).isNotEmpty();
        for (SyndEntry entry : feed.getEntries()) {
            assertThat(entry.getUri()).startsWith("urn:uuid:");
            assertThat(entry.getPublishedDate()).isNotNull();
            assertThat(entry.getContents()).isNotEmpty();
        }
    }

    @Test
    void picturesAreThereWithTheirSizes() throws Exception {
        var url = SITE + "/media/" + hash;
        var item = RestAssured.get("/feeds/rss.xml").xmlPath();
        assertThat(item.getString("**.find { it.name() == 'enclosure' }.@url")).isEqualTo(url);
        assertThat(item.getString("**.find { it.name() == 'enclosure' }.@length")).isEqualTo("9");
        var rss = new String(get("/feeds/rss.xml"), UTF_8);
        assertThat(rss)
                .contains("medium=\"image\" width=\"640\" height=\"480\" fileSize=\"9\"")
                .contains("<media:description type=\"plain\">The quay</media:description>");
        var atom = new String(get("/feeds/atom.xml"), UTF_8);
        assertThat(atom).contains("rel=\"enclosure\" type=\"image/png\" length=\"9\"");
        var json = RestAssured.get("/feeds/feed.json").jsonPath();
        var shown = "items.find { it.image != null }";
        assertThat(json.getString(shown + ".image")).isEqualTo(url);
        assertThat(json.getInt(shown + ".attachments[0].size_in_bytes")).isEqualTo(9);
        // the file of the second is lost: its size is not known, and the feeds are there all the
        // same
        assertThat(json.getList(shown + ".attachments")).hasSize(2);
        assertThat(json.getString(shown + ".attachments[1].size_in_bytes")).isNull();
    }

    private Article withPictures() {
        return Samples.article(
                "p05-teaser",
                json -> {
                    json.putArray("tags").add("ferries");
                    json.putArray("bylines").add("The editors");
                    for (var file : List.of(hash, "0".repeat(64))) {
                        json.withArray("parts")
                                .addObject()
                                .put("type", "media")
                                .put("id", "m" + file.charAt(0))
                                .put("kind", "image")
                                .put("caption", "The quay")
                                .put("credit", "Lena Ott")
                                .putObject("picture")
                                .put("hash", file)
                                .put("type", "image/png")
                                .put("width", 640)
                                .put("height", 480);
                    }
                });
    }

    private static byte[] get(String path) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
