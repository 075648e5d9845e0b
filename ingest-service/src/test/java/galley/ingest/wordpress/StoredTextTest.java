package galley.ingest.wordpress;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.kit.html.SafeHtml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What WordPress stores becomes what its readers see. */
class StoredTextTest {
    private static final String PICTURE = "<img src=\"https://a.example/1.jpg\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    a~~b                                | <p>a</p>~<p>b</p>
                    a~b                                 | <p>a<br>~b</p>
                    a<br />~b                           | <p>a<br>~b</p>
                    a~ ~b                               | <p>a</p>~<p>b</p>
                    <h2>a</h2>~b                        | <h2>a~</h2>~<p>b</p>
                    <ul>~<li>a</li>~~<li>b</li>~</ul>c  | <ul>~<li>a~</li>~<li>b~</li>~</ul>~<p>c</p>
                    <blockquote>a~~b</blockquote>       | <blockquote>~<p>a</p>~<p>b</p>~</blockquote>
                    <div>a</div>                        | <div>~<p>a</p>~</div>
                    <p>a~b</p>                          | <p>a~b~</p>
                    a<!--more-->~~b                     | <p>a<!--more--></p>~<p>b</p>
                    a~~<pre>b~~c</pre>~~d               | <p>a</p><pre>b~~c</pre><p>d</p>
                    <!-- wp:paragraph --><p>a</p>~~<p>b | <!-- wp:paragraph --><p>a</p>~~<p>b
                    """)
    void blankLinesAreParagraphs(String stored, String html) {
        assertThat(ClassicParagraphs.of(stored.replace('~', '\n')))
                .isEqualTo(html.replace('~', '\n'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    [caption id='x' width='3']# <b>A</b> pier[/caption] | <figure>#<figcaption><b>A</b> pier</figcaption></figure>
                    [caption caption='A pier']#[/caption]               | <figure>#<figcaption>A pier</figcaption></figure>
                    [wp_caption]# A pier[/wp_caption]                   | <figure>#<figcaption>A pier</figcaption></figure>
                    [caption]## A pier[/caption]                        | ## A pier
                    [caption]A pier[/caption]                           | A pier
                    [caption]# no end                                   | # no end
                    a [gallery ids='1'] b                               | a  b
                    [embed]https://v.example/1?a=b&c[/embed]            | <iframe src="https://v.example/1?a=b&amp;c"></iframe>
                    [embed]javascript:alert(1)[/embed]                  | ``
                    [audio mp3='https://a.example/1.mp3'][/audio]       | <iframe src="https://a.example/1.mp3"></iframe>
                    a [of two] b [sic]                                  | a [of two] b [sic]
                    [captions] are [/not] code                          | [captions] are [/not] code
                    """)
    void shortcodesBecomeWhatTheyShow(String stored, String html) {
        assertThat(Shortcodes.of(stored.replace("#", PICTURE)).html())
                .isEqualTo(html.replace("#", PICTURE));
    }

    @Test
    void aPlayerStaysAsAnEmbed() {
        var text = "a\n\n[video mp4=\"https://a.example/1.mp4\"]\n\nb";
        var html = ClassicParagraphs.of(Shortcodes.of(text).html());
        assertThat(SafeHtml.clean(html))
                .contains("data-embed=\"https://a.example/1.mp4\"")
                .startsWith("<p>a</p>")
                .endsWith("<p>b</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[caption]",
                "[caption ",
                "[gallery ids=1",
                "[",
                "<p",
                "</p",
                "<pre>",
                "\n \n",
                "<!--"
            })
    void whatNeverEndsIsReadInBoundedTime(String part) {
        var text = part.repeat(200_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> ClassicParagraphs.of(Shortcodes.of(text).html()));
    }
}
