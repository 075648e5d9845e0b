package galley.ingest.followup;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.IngestedTopic;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is fetched for an item after it came: the rest of its text, and its pictures. */
@OnServers
class FollowUpTest {
    private static final String TEASER = "The night ferry sails again … Read more";

    /** Another text in each test, or it would be a duplicate. */
    private final String whole =
            "<html><head><title>The night ferry</title></head><body><article><h1>The night"
                + " ferry</h1><p>The night ferry to the islands sails again on Friday, after two"
                + " winters in"
                    + " which nobody knew whether it ever would.</p>".repeat(6)
                    + "<p>%s</p>".formatted(words())
                    + "</article></body></html>";

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final String guid = UUID.randomUUID().toString();

    @BeforeEach
    void servePages() {
        site.handles(
                exchange -> {
                    var page = pages.get(exchange.getRequestURI().getPath());
                    FeedServer.answer(
                            exchange, page == null ? 404 : 200, page == null ? new byte[0] : page);
                });
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    private String register(String settings) {
        return admin.post(
                        "/v1/sources",
                        """
                        {"name": "A feed", "url": "%s", "pollEvery": "P1D", %s}\
                        """
                                .formatted(site.feed(), settings))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void feed(String link, String text, String more) {
        var item =
                Rss.item(guid, "The night ferry", text)
                        .replace(
                                "</item>", "<link>" + site.at(link) + "</link>" + more + "</item>");
        pages.put("/feed.xml", Rss.feed(item).getBytes(UTF_8));
    }

    /** The only item of a source; found by what a rule would do with it. */
    private String itemOf(String source) {
        return admin.post(
                        "/v1/rules/dry-run",
                        """
                        {"name": "All", "source": "%s", "then": {"priority": 9}}\
                        """
                                .formatted(source))
                .expect(200)
                .json()
                .at("/items/0/item")
                .asText();
    }

    private JsonNode article(String item) {
        return admin.get("/v1/items/" + item).expect(200).json().at("/articles/0");
    }

    private List<JsonNode> followUps(String item) {
        return admin.get("/v1/items/" + item + "/follow-ups")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private void awaitState(String item, String state) {
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () ->
                                assertThat(followUps(item))
                                        .extracting(one -> one.path("state").asText())
                                        .isNotEmpty()
                                        .containsOnly(state));
    }

    private static List<JsonNode> events(JsonNode article, int count) {
        try (var topic = new IngestedTopic()) {
            return topic.await(article.path("articleId").asText(), count).stream()
                    .map(
                            event -> {
                                try {
                                    return new ObjectMapper().readTree(event.value());
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .toList();
        }
    }

    @Test
    void aTeaserIsCompletedFromItsPage() {
        var source = register("\"completeFromPage\": true");
        feed("/ferry", TEASER, "");
        pages.put("/ferry", whole.getBytes(UTF_8));
        admin.fetch(source);
        var item = itemOf(source);
        awaitState(item, "done");
        var article = article(item);
        assertThat(article.path("partial").asBoolean()).isFalse();
        assertThat(article.path("body").asText()).contains("after two winters");
        assertThat(article.path("headline").asText()).isEqualTo("The night ferry");
        assertThat(article.path("guid").asText()).isEqualTo(guid);
        assertThat(admin.get("/v1/items/" + item + "/raw").expect(200).text()).isEqualTo(whole);
        assertThat(events(article, 2))
                .extracting(event -> event.at("/content/partial").asBoolean())
                .containsExactly(true, false);
        // The teaser that comes again is nothing new.
        assertThat(admin.fetch(source)).contains("\"unchanged\":1");
        assertThat(article(item).path("partial").asBoolean()).isFalse();
    }

    @Test
    void rulesWaitForTheWholeText() {
        var source = register("\"completeFromPage\": true, \"trusted\": true");
        release(source);
        feed("/ferry", TEASER, "");
        pages.put("/ferry", whole.getBytes(UTF_8));
        admin.fetch(source);
        var article = article(itemOf(source));
        var events = events(article, 2);
        assertThat(events.getFirst().at("/routing/desk").asText()).isEqualTo("coast");
        assertThat(events.getFirst().at("/routing/submittedBy").isNull()).isTrue();
        assertThat(events.getLast().at("/routing/releasedBy").isTextual()).isTrue();
    }

    @Test
    void whatWillNotBecomeWholeIsSubmittedAsItIs() {
        var source = register("\"completeFromPage\": true, \"trusted\": true");
        release(source);
        feed("/nowhere", TEASER, "");
        admin.fetch(source);
        var item = itemOf(source);
        awaitState(item, "failed");
        assertThat(followUps(item))
                .extracting(one -> one.path("failure").asText())
                .containsExactly("The server answers 404.");
        var last = events(article(item), 2).getLast();
        assertThat(last.at("/content/partial").asBoolean()).isTrue();
        assertThat(last.at("/routing/submittedBy").isTextual()).isTrue();
        assertThat(last.at("/routing/heldBack").asText()).isEqualTo("The text is only a part.");
    }

    @Test
    void aPageThatSaysNoMoreChangesNothing() {
        var source = register("\"completeFromPage\": true");
        feed("/ferry", "The night ferry sails. ".repeat(200) + "… Read more", "");
        pages.put("/ferry", whole.getBytes(UTF_8));
        admin.fetch(source);
        var item = itemOf(source);
        awaitState(item, "failed");
        assertThat(article(item).path("partial").asBoolean()).isTrue();
        assertThat(events(article(item), 1)).hasSize(1);
    }

    @Test
    void aSourceThatDoesNotAllowItIsLeftAlone() {
        var source = register("\"rights\": {\"pictures\": \"ask\"}");
        feed("/ferry", TEASER, enclosure("/ferry.png"));
        admin.fetch(source);
        assertThat(followUps(itemOf(source))).isEmpty();
    }

    @Test
    void aPictureIsKeptWithoutWhatItTells() {
        var source = register("\"rights\": {\"pictures\": \"allowed\"}");
        feed("/ferry", "The night ferry sails again.", enclosure("/ferry.png"));
        pages.put("/ferry.png", pictureWithNote("Taken at home by Ana"));
        admin.fetch(source);
        var item = itemOf(source);
        awaitState(item, "done");
        var picture = followUps(item).getFirst().path("picture");
        assertThat(picture.path("mediaType").asText()).isEqualTo("image/png");
        assertThat(picture.path("width").asInt()).isEqualTo(40);
        assertThat(picture.path("height").asInt()).isEqualTo(30);
        var bytes = admin.get("/v1/pictures/" + picture.path("sha256").asText()).expect(200);
        assertThat(bytes.header("Content-Type")).isEqualTo("image/png");
        assertThat(new String(bytes.bytes(), ISO_8859_1)).contains("IDAT").doesNotContain("Ana");
        // Once is enough, whatever else the item says.
        feed("/ferry", "The night ferry sails on Friday.", enclosure("/ferry.png"));
        admin.fetch(source);
        assertThat(followUps(item)).hasSize(1);
    }

    @Test
    void anItemThatChangesAndANewOneMayBothBringPictures() {
        var source = register("\"rights\": {\"pictures\": \"allowed\"}");
        var old = Rss.item(guid, "The night ferry", "It sails.");
        pages.put("/feed.xml", Rss.feed(old).getBytes(UTF_8));
        admin.fetch(source);
        var item = itemOf(source);
        var fresh = Rss.item(guid + "-2", "The day ferry", "It sails too.");
        pages.put(
                "/feed.xml",
                Rss.feed(with(old, "/night.png"), with(fresh, "/day.png")).getBytes(UTF_8));
        assertThat(admin.fetch(source)).contains("\"new\":1,\"updated\":1");
        assertThat(followUps(item)).hasSize(1);
    }

    private String with(String item, String picture) {
        return item.replace("</item>", enclosure(picture) + "</item>");
    }

    @Test
    void whatIsNoPictureIsNotKept() {
        var source = register("\"rights\": {\"pictures\": \"allowed\"}");
        feed("/ferry", "The night ferry sails again.", enclosure("/ferry.png"));
        pages.put("/ferry.png", whole.getBytes(UTF_8));
        admin.fetch(source);
        var item = itemOf(source);
        awaitState(item, "failed");
        assertThat(followUps(item).getFirst().path("failure").asText()).isNotEmpty();
        assertThat(followUps(item).getFirst().path("picture").isNull()).isTrue();
        admin.get("/v1/pictures/" + "0".repeat(64)).problem(404, "not-found");
    }

    private void release(String source) {
        admin.post(
                        "/v1/rules",
                        """
                        {"name": "Out", "source": "%s", "then": {"desk": "coast", "release": true}}\
                        """
                                .formatted(source))
                .expect(201);
    }

    private String enclosure(String path) {
        return "<enclosure url=\"%s\" type=\"image/png\" length=\"1\"/>".formatted(site.at(path));
    }

    private static String words() {
        return Stream.generate(() -> UUID.randomUUID().toString().replace('-', ' '))
                .limit(60)
                .collect(Collectors.joining(" "));
    }

    /** A PNG with a text chunk behind its header. */
    private static byte[] pictureWithNote(String note) {
        try {
            var png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
            var data = ("Comment\0" + note).getBytes(ISO_8859_1);
            var chunk = ByteBuffer.allocate(12 + data.length);
            var crc = new CRC32();
            crc.update("tEXt".getBytes(ISO_8859_1));
            crc.update(data);
            chunk.putInt(data.length).put("tEXt".getBytes(ISO_8859_1)).put(data);
            chunk.putInt((int) crc.getValue());
            var whole = new ByteArrayOutputStream();
            whole.write(png.toByteArray(), 0, 33);
            whole.write(chunk.array());
            whole.write(png.toByteArray(), 33, png.size() - 33);
            return whole.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
