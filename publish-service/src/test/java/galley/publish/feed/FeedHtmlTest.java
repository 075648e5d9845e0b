package galley.publish.feed;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeedHtmlTest {
    private static final String URL = "https://harbour-letter.example/articles/ferry";

    @Test
    void relativeAddressesBecomeAbsolute() {
        assertThat(
                        FeedHtml.standalone(
                                "<p><a href=\"/sections/a\">a</a><a href=\"tram\">b</a><a"
                                        + " href=\"#p2\">c</a><img src=\"//pics.example/d\"></p>",
                                URL))
                .isEqualTo(
                        "<p><a href=\"https://harbour-letter.example/sections/a\">a</a><a"
                                + " href=\"https://harbour-letter.example/articles/tram\">b</a><a"
                                + " href=\""
                                + URL
                                + "#p2\">c</a><img src=\"https://pics.example/d\"></p>");
    }

    @Test
    void theRestStaysAsItIs() {
        var html =
                """
                <p>a  &amp; <i>b</i>
                &lt; <a href="mailto:a@b.example">c</a></p>
                <pre> d </pre>\
                """;
        assertThat(FeedHtml.standalone(html, URL)).isEqualTo(html);
    }
}
