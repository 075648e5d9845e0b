package galley.ingest.wordpress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.ItemContent;
import galley.events.ItemMedia;
import galley.events.MediaKind;
import galley.events.Subject;
import galley.ingest.feed.RssReader;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;

import static galley.ingest.format.Readings.only;
import static galley.ingest.format.Readings.read;
import static galley.ingest.format.Readings.sample;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WxrReaderTest {
    private static final WxrReader READER = new WxrReader();
    private static final String UPLOADS = "https://island-letter.example/wp-content/uploads/";

    @Test
    void onlyWhatIsPublishedIsRead() {
        var reading = read(READER, sample("island-letter.wxr.xml"));
        assertThat(Readings.items(reading))
                .extracting("identity")
                .containsExactly(
                        "https://island-letter.example/?p=41",
                        "https://island-letter.example/?page_id=7");
        assertThat(Readings.failures(reading)).hasSize(1);
        assertThat(Readings.failures(reading).getFirst().reason())
                .isEqualTo("The post is protected by a password.");
    }

    @Test
    void aPostIsReadWithWhatItRefersTo() {
        var market = item(0);
        assertThat(market.headline()).isEqualTo("Market day & after");
        assertThat(market.url()).isEqualTo("https://island-letter.example/2026/market-day/");
        assertThat(market.summary()).isEqualTo("<p>It opens at six.</p>");
        assertThat(market.body())
                .isEqualToIgnoringWhitespace(
                        "<p>The market opens at"
                                + " <a href=\"https://island-letter.example/hours\">six</a>.</p>"
                                + "<h2>Fish</h2>");
        assertThat(market.authors()).containsExactly("Leo Anders");
        assertThat(market.keywords()).containsExactly("Towns", "markets");
        assertThat(market.subjects()).containsExactly(new Subject("category", "towns", "Towns"));
        assertThat(market.language()).isEqualTo("en-GB");
        assertThat(market.firstCreated()).hasToString("2026-05-20T10:00:00Z");
        assertThat(market.versionCreated()).hasToString("2026-05-20T11:30:00Z");
        assertThat(market.media())
                .containsExactly(
                        new ItemMedia(
                                MediaKind.IMAGE,
                                UPLOADS + "square.jpg",
                                "square",
                                "The square at dawn.",
                                "An empty square",
                                null));
    }

    @Test
    void aPageOfTheClassicEditorIsReadAsReadersSeeIt() {
        var page = item(1);
        assertThat(page.body())
                .isEqualToIgnoringWhitespace(
                        "<p>Take the boat.<br>It is slow.</p><figure><a"
                                + " href=\"https://island-letter.example/square\"><img src=\""
                                + UPLOADS
                                + "square.jpg\" alt=\"An empty square\"></a>"
                                + "<figcaption>The <em>square</em> at dawn.</figcaption></figure>"
                                + "<p>Or swim [it is far].</p>");
        assertThat(page.summary()).isNull();
        assertThat(page.authors()).containsExactly("former-editor");
        assertThat(page.firstCreated()).hasToString("2026-05-01T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xmlns:wp='http://wordpress.org/export/1.0/'",
                "xmlns:wp='http://wordpress.org/export/1.1/'",
                "xmlns:wp='https://wordpress.org/export/1.2'",
                "xmlns:w='http://wordpress.org/export/1.2/'",
                ""
            })
    void everyVersionIsReadAndNoneIsTakenForAFeed(String declaration) {
        var prefix = declaration.startsWith("xmlns:w=") ? "w" : "wp";
        var export =
                ("<rss version='2.0' %s><channel><wp:wxr_version>1</wp:wxr_version>"
                                + "<item><title>A</title><wp:status>publish</wp:status>"
                                + "<wp:post_type>post</wp:post_type></item>"
                                + "<item><title>B</title><wp:status>trash</wp:status>"
                                + "<wp:post_type>post</wp:post_type></item></channel></rss>")
                        .formatted(declaration)
                        .replace("wp:", prefix + ":")
                        .replace("xmlns:w:", "xmlns:w");
        assertThat(only(read(READER, export)).headline()).isEqualTo("A");
        var raw = new RawDocument(export.getBytes(UTF_8), null, Readings.ADDRESS);
        assertThat(new RssReader().recognises(raw)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "publish, post, 1",
        "publish, page, 1",
        "draft, post, 0",
        "pending, post, 0",
        "future, post, 0",
        "private, page, 0",
        "trash, post, 0",
        "auto-draft, post, 0",
        "inherit, revision, 0",
        "inherit, attachment, 0",
        "publish, nav_menu_item, 0",
        "publish, wp_block, 0"
    })
    void whatIsAnItem(String status, String type, int items) {
        var export =
                "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>A</title>"
                        + "<wp:status>"
                        + status
                        + "</wp:status><wp:post_type>"
                        + type
                        + "</wp:post_type></item></channel></rss>";
        assertThat(read(READER, export).entries()).hasSize(items);
    }

    @Test
    void copiesThatKeptTheirGuidAreToldApartByTheirLinks() {
        var post =
                "<item><title>%s</title><link>https://a.example/%s</link>"
                        + "<guid>https://a.example/?p=1</guid></item>";
        var export =
                "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel>"
                        + post.formatted("A", "a")
                        + post.formatted("B", "b")
                        + "</channel></rss>";
        assertThat(Readings.items(read(READER, export)))
                .extracting("identity")
                .containsExactly("https://a.example/a", "https://a.example/b");
    }

    @Test
    void aGalleryBringsItsPicturesAndAMissingOneBringsNone() {
        var export =
                "<rss xmlns:wp='http://wordpress.org/export/1.2/'"
                        + " xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
                        + attachment(1)
                        + attachment(2)
                        + "<item><title>A</title><content:encoded>[gallery ids=\"2, 1,9\"]"
                        + "</content:encoded><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
                        + "<wp:meta_value>7</wp:meta_value></wp:postmeta></item></channel></rss>";
        assertThat(only(read(READER, export)).media())
                .extracting(ItemMedia::url)
                .containsExactly("https://a.example/2.jpg", "https://a.example/1.jpg");
    }

    private static String attachment(int id) {
        return "<item><wp:post_id>%d</wp:post_id><wp:post_type>attachment</wp:post_type>"
                        .formatted(id)
                + "<wp:attachment_url>https://a.example/%d.jpg</wp:attachment_url></item>"
                        .formatted(id);
    }

    private static ItemContent item(int number) {
        var items = Readings.items(read(READER, sample("island-letter.wxr.xml")));
        return items.get(number).content();
    }
}
