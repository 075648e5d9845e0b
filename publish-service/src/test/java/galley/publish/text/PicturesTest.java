package galley.publish.text;

import org.junit.jupiter.api.Test;

import galley.kit.html.Blocks;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTest {
    private static final String BELL =
            "<p>It <img src=\"https://pictures.example/bell.jpg\" alt=\"The bell\">rings.</p>";

    @Test
    void onAPageAPictureFromElsewhereIsALinkWithoutWords() {
        var body = Pictures.linked(Blocks.of(BELL));
        assertThat(body.select("img")).isEmpty();
        assertThat(body.text()).isEqualTo("It rings.");
        var link = body.selectFirst("a.picture");
        assertThat(link.attr("href")).isEqualTo("https://pictures.example/bell.jpg");
        assertThat(link.attr("aria-label")).isEqualTo("The bell");
    }

    @Test
    void aPictureWithinALinkLeavesTheLinkAsItIs() {
        var body =
                Pictures.linked(
                        Blocks.of(
                                "<p><a href=\"https://a.example/\">"
                                        + BELL.substring(3, BELL.length() - 4)
                                        + "</a></p>"));
        assertThat(body.select("a")).hasSize(1);
        assertThat(body.selectFirst("a > span.picture").attr("title")).isEqualTo("The bell");
    }

    @Test
    void onAPageAnEmbedIsALinkWithoutWords() {
        var body =
                Pictures.linked(
                        Blocks.of(
                                "<p>a</p><figure"
                                        + " data-embed=\"https://video.example/1\"></figure>"));
        assertThat(body.text()).isEqualTo("a");
        assertThat(body.html()).doesNotContain("data-embed");
        assertThat(body.selectFirst("figure > a.embed").attr("href"))
                .isEqualTo("https://video.example/1");
        assertThat(body.selectFirst("a.embed").attr("title")).isEqualTo("See at video.example");
    }

    @Test
    void inAFeedPicturesStayAndEmbedsAreLinksWithAText() {
        var body =
                Pictures.withEmbedsLinked(
                        Blocks.of(
                                BELL + "<figure data-embed=\"https://video.example/1\"></figure>"));
        assertThat(body.select("img")).hasSize(1);
        assertThat(body.selectFirst("figure > a").text()).isEqualTo("See at video.example");
    }
}
