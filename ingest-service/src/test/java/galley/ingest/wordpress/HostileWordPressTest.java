package galley.ingest.wordpress;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableDocumentException;

import static galley.ingest.format.Readings.only;
import static galley.ingest.format.Readings.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Exports and answers that are written to do harm. */
class HostileWordPressTest {
    private static final String ROOT =
            "<rss xmlns:wp='http://wordpress.org/export/1.2/'"
                    + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                    + " xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/'><channel>";

    @Test
    void noScriptComesThroughAnExport() {
        var export =
                ROOT
                        + "<wp:author><wp:author_login>leo</wp:author_login>"
                        + "<wp:author_display_name>a#</wp:author_display_name></wp:author><item>"
                        + "<title>A#</title><link>javascript:#</link><dc:creator>leo</dc:creator>"
                        + "<content:encoded>[caption caption='b#']#&lt;img src='/p.jpg'>[/caption]"
                        + " [embed]https://a.example/#[/embed] c#</content:encoded>"
                        + "<excerpt:encoded>d#</excerpt:encoded>"
                        + "<category domain='category' nicename='e'>f#</category></item>";
        var script = "&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(1)>";
        var content = only(read(new WxrReader(), export.replace("#", script) + "</channel></rss>"));
        assertThat(content.toString()).doesNotContain("<script", "onerror", "javascript:");
        assertThat(content.headline()).isEqualTo("A");
        assertThat(content.authors()).containsExactly("a");
    }

    @Test
    void noScriptComesThroughAnAnswer() {
        var post =
                "{'title': {'rendered': 'A#'}, 'content': {'rendered': 'b#'}, 'link':"
                    + " 'javascript:#', 'excerpt': {'rendered': 'c#'}, 'lang': '#', '_embedded': {"
                    + " 'author': [{'name': 'd#'}], 'wp:term': [[{'taxonomy': 'post_tag', 'name':"
                    + " 'e#'}]], 'wp:featuredmedia': [{'source_url': '/p.jpg', 'alt_text': 'f#',"
                    + " 'title': {'rendered': 'g#'}, 'caption': {'rendered': 'h#'}}]}}";
        var script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        var json = post.replace('\'', '"').replace("#", script);
        var content = only(read(new WordPressReader(), json));
        assertThat(content.toString()).doesNotContain("<script", "onerror", "javascript:");
        assertThat(content.headline()).isEqualTo("A");
    }

    @Test
    void anEntityBombIsRefused() {
        var bomb =
                "<!DOCTYPE rss [<!ENTITY a '"
                        + "x".repeat(10_000)
                        + "'>]>"
                        + ROOT
                        + "<item><title>"
                        + "&a;".repeat(1_000)
                        + "</title></item></channel></rss>";
        var raw = new RawDocument(bomb.getBytes(UTF_8), null, Readings.ADDRESS);
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> new WxrReader().read(raw))
                .withMessageContaining("too large");
    }

    @Test
    void anExportThatBreaksOffGivesItsWholePosts() {
        var export =
                ROOT
                        + "<item><guid>1</guid><title>A</title></item>"
                        + "<item><guid>2</guid><title>B</title><content:encoded>[caption]";
        var reading =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20),
                        () -> read(new WxrReader(), export + "[caption]".repeat(100_000)));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("1");
        assertThat(reading.whole()).isFalse();
    }
}
