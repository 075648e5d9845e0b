package galley.kit.html;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeHtmlTest {
    private static final String BASE = "https://ferry.example.org/news/today";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>A plain paragraph &amp; its entity.</p>",
                "<h2 lang=\"pt\">Title</h2>\n<p>One<br>two</p>",
                "<ul><li>a</li><li>b<ol start=\"3\"><li>c</li></ol></li></ul>",
                "<blockquote cite=\"https://a.example/x\"><p>Q</p></blockquote>",
                "<table><caption>T</caption><tbody><tr><th scope=\"row\">a</th>"
                        + "<td colspan=\"2\">b</td></tr></tbody></table>",
                "<figure><img src=\"https://a.example/i.jpg\" alt=\"A quay\" width=\"640\">"
                        + "<figcaption>The quay</figcaption></figure>",
                "<p><a href=\"mailto:desk@a.example\">Write</a> or <em>call</em></p>",
                "<dl><dt>GT:</dt><dd>Why?</dd></dl>",
                "<pre>\n\n  two  spaces</pre>",
                "<p>H<sub>2</sub>O and <time datetime=\"2026-05-20\">May 20</time></p>"
            })
    void whatIsSafeStaysAsItIs(String html) {
        assertThat(SafeHtml.clean(html, BASE)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<h1>Title</h1>                       | <h2>Title</h2>",
                "<p class=x id=y style=z onclick=w>a  | <p>a</p>",
                "<article><p>a</p></article>          | <div><p>a</p></div>",
                "<p>fo<x>o</x></p>                    | <p>fo<span>o</span></p>",
                "<p>fo<!-- more -->o</p>              | <p>fo<wbr>o</p>",
                "<p>fo<script>x</script>o</p>         | <p>fo<wbr>o</p>",
                "<p>a. <!-- more -->B</p>             | <p>a. B</p>",
                "loose <b>text</b>                    | <p>loose <b>text</b></p>",
                "a<p>b</p>c                           | <p>a</p><p>b</p><p>c</p>",
                "<td>cell</td>                        | <p>cell</p>",
                "<noscript>n</noscript>               | <div>n</div>",
                "<template><p>t</p></template>        | <div><p>t</p></div>",
                "<p>a<p>b                             | <p>a</p><p>b</p>",
                "<o:p>Word</o:p>                      | <p><span>Word</span></p>",
                "<a href=/x>a</a>     | <p><a href=\"https://ferry.example.org/x\">a</a></p>",
                "<a href=y rel='ugc x'>a</a>|"
                        + "<p><a href=\"https://ferry.example.org/news/y\" rel=\"ugc\">a</a></p>",
                "<img src=//b.example/i.png> | <p><img src=\"https://b.example/i.png\"></p>",
                "<img src='data:image/gif;base64,R0' data-src=/i.png>|"
                        + "<p><img src=\"https://ferry.example.org/i.png\"></p>"
            })
    void whatIsNotKeptBecomesSomethingPlain(String html, String expected) {
        assertThat(SafeHtml.clean(html, BASE)).isEqualTo(expected);
    }

    @Test
    void anEmbedKeepsItsAddressAndTheTextInside() {
        assertThat(SafeHtml.clean("<iframe src='https://v.example/1'><p>See it</p></iframe>", ""))
                .isEqualTo("<figure data-embed=\"https://v.example/1\"></figure><p>See it</p>");
        assertThat(SafeHtml.clean("<video><source src=/v.mp4>No video</video>", BASE))
                .isEqualTo(
                        "<figure data-embed=\"https://ferry.example.org/v.mp4\"></figure>"
                                + "<p>No video</p>");
        assertThat(SafeHtml.clean("<p>a <iframe src=https://v.example/1></iframe> b</p>", ""))
                .isEqualTo("<p>a <span data-embed=\"https://v.example/1\"></span> b</p>");
    }

    @Test
    void aFrameThatSwallowsTheRestLosesNothing() {
        assertThat(SafeHtml.clean("<p>a</p><iframe src='https://v.example/1'/><p>b</p>", ""))
                .isEqualTo("<p>a</p><figure data-embed=\"https://v.example/1\"></figure><p>b</p>");
    }

    @Test
    void textAtWrongPlacesInATableKeepsItsPlace() {
        var html = "<table><tr><td>one</td></tr>two<tr><td>three</td></tr></table>";
        assertThat(SafeHtml.toText(SafeHtml.clean(html))).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void relativeAddressesWithoutABaseAreDropped() {
        assertThat(SafeHtml.clean("<a href=/x>a</a><img src=/i.png>"))
                .isEqualTo("<p><span>a</span></p>");
    }

    @Test
    void depthIsBounded() {
        var deep = Jsoup.parseBodyFragment(SafeHtml.clean("<div>a".repeat(20_000)));
        var deepest = deep.select("div").stream().mapToInt(div -> div.parents().size()).max();
        assertThat(deepest.orElseThrow()).isBetween(100, 600);
        assertThat(Words.of(deep.body())).isEqualTo(" a".repeat(20_000));
        assertThat(SafeHtml.clean("<iframe>".repeat(2_000) + "text")).contains("text");
    }

    @Test
    void textHasALineForEachBlock() {
        var html =
                "<h2>Title</h2><p>One <b>two</b>,\n three<br>four&nbsp;five</p>"
                        + "<ul><li>a</li><li>b</li></ul>"
                        + "<table><tr><td>c</td><td>d</td></tr></table><p> </p>";
        assertThat(SafeHtml.toText(html)).isEqualTo("Title\nOne two, three\nfour five\na\nb\nc d");
    }

    @Test
    void textOfAnythingElseIsNoText() {
        assertThat(SafeHtml.toText("a<script>b</script><style>c</style><!-- d -->")).isEqualTo("a");
        assertThat(SafeHtml.toText("")).isEmpty();
    }
}
