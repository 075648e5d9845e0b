package galley.ingest.feed;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import galley.ingest.format.Readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is done to RSS in the wild, and what is read all the same. */
class RssDirtTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <title/><title>A</title>                                                       | headline     | A
                    <dc:title>A</dc:title>                                                         | headline     | A
                    <title><![CDATA[A &rsaquo; b &#38; c]]></title>                                | headline     | A › b & c
                    <title>A&#146;s</title>                                                        | headline     | A’s
                    <title>A &nbsp; &mdash; b</title>                                              | headline     | A — b
                    <title>A & B</title>                                                           | headline     | A & B
                    <title>A</title><link href='/a'/>                                              | url          | https://feed.example/a
                    <title>A</title><link/><atom:link href='/a'/>                                  | url          | https://feed.example/a
                    <title>A</title><link>a/b</link>                                               | url          | https://feed.example/a/b
                    <title>A</title><link> https://a.example/x y </link>                           | url          | https://a.example/x%20y
                    <title>A</title><link>javascript:alert(1)</link>                               | url          |
                    <title>A</title><feedburner:origLink>https://a.example/1</feedburner:origLink><link>https://proxy.example/r/1</link> | url          | https://a.example/1
                    <title>A</title><guid isPermaLink='FALSE'>https://a.example/1</guid>           | url          |
                    <title>A</title><pubDate/><dc:date>2026-05-20</dc:date>                        | firstCreated | 2026-05-20T00:00:00Z
                    <title>A</title><pubDate>soon</pubDate><dc:date>2026</dc:date>                 | firstCreated | 2026-01-01T00:00:00Z
                    <title>A</title><PUBDATE>20 May 2026</PUBDATE>                                 | firstCreated | 2026-05-20T00:00:00Z
                    <title>A</title><expirationDate>20 May 2026</expirationDate>                   | expiresAt    | 2026-05-20T00:00:00Z
                    <title>A</title><author>Leo Anders (leo@a.example)</author>                    | byline       | Leo Anders
                    <title>A</title><author>Leo Anders &lt;leo@a.example></author>                 | byline       | Leo Anders
                    <title>A</title><author><name>Leo Anders</name></author>                       | byline       | Leo Anders
                    <title>A</title><author/><itunes:author>Leo</itunes:author>                    | byline       | Leo
                    <title>A</title><source url='https://m.example/'>Maré</source>                 | credit       | Maré
                    <title>A</title><description/><description>b</description>                     | body         | <p>b</p>
                    <title>A</title><itunes:summary>b</itunes:summary>                             | body         | <p>b</p>
                    <title>A</title><dc:description>b</dc:description>                             | body         | <p>b</p>
                    <title>A</title><body xmlns='http://www.w3.org/1999/xhtml'><p>b</p></body>     | body         | <p>b</p>
                    <title>A</title><description>a &lt;br> b &amp;lt; c</description>              | body         | <p>a <br> b &lt; c</p>
                    <title>A</title><dc:language>PT_br</dc:language>                               | language     | pt-BR
                    <title>A</title><dc:rights>CC BY</dc:rights>                                   | usageTerms   | CC BY
                    """)
    void anItemIsReadAllTheSame(String item, String field, String expected) {
        assertThat(Feeds.only(Feeds.rss("<item>" + item + "</item>")))
                .extracting(field)
                .matches(
                        value -> Objects.equals(Objects.toString(value, null), expected),
                        "is " + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://purl.org/rss/1.0/modules/content/",
        "http://purl.org/rss/1.0/modules/content",
        "HTTP://PURL.ORG/RSS/1.0/modules/content/"
    })
    void aNamespaceMayBeWrittenInAnotherWay(String namespace) {
        var feed =
                "<rss xmlns:c='"
                        + namespace
                        + "'><channel><item><title>A</title><c:encoded>b</c:encoded></item>"
                        + "</channel></rss>";
        assertThat(Feeds.only(feed).body()).isEqualTo("<p>b</p>");
    }

    @Test
    void theDocumentMaySayFromWhereAddressesAreRead() {
        var feed =
                Feeds.rss(
                                "<item xml:base='b/'><title>A</title><link>c</link><description>"
                                        + "&lt;a href='d'>d&lt;/a></description></item>")
                        .replace("<channel>", "<channel xml:base='https://a.example/'>");
        assertThat(Feeds.only(feed).url()).isEqualTo("https://a.example/b/c");
        assertThat(Feeds.only(feed).body()).contains("https://a.example/b/d");
    }

    @Test
    void aCategoryOfAVocabularyIsASubjectToo() {
        var item =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>A</title><category domain='https://a.example/topics'>"
                                        + "Ports</category><category>Sea</category><media:category"
                                        + " scheme='s'"
                                        + " label='Tides'>t1</media:category><media:keywords>boats,"
                                        + " nets</media:keywords></item>"));
        assertThat(item.keywords()).containsExactly("Ports", "Sea", "Tides", "boats", "nets");
        assertThat(item.subjects())
                .extracting("scheme", "code", "name")
                .containsExactly(
                        tuple("https://a.example/topics", "Ports", "Ports"),
                        tuple("s", "t1", "Tides"));
    }

    @Test
    void anUndeclaredPrefixIsNotTheFeedsOwnVocabulary() {
        var feed =
                "<rss xmlns='http://backend.userland.com/rss2'><channel><item>"
                        + "<media:title>M</media:title><title>A</title>"
                        + "<content:encoded>b</content:encoded></item></channel></rss>";
        assertThat(Feeds.only(feed).headline()).isEqualTo("A");
        assertThat(Feeds.only(feed).body()).isEqualTo("<p>b</p>");
    }

    @Test
    void commentsAreNoNews() {
        var item = "<item><guid>1</guid><title>A</title>%s</item>";
        var few = "<slash:comments>1</slash:comments><comments>/c</comments>";
        var many = "<slash:comments>900</slash:comments><comments>/c</comments>";
        assertThat(Feeds.onlyItem(Feeds.rss(item.formatted(few))).contentHash())
                .isEqualTo(Feeds.onlyItem(Feeds.rss(item.formatted(many))).contentHash());
    }

    @Test
    void anItemThatHoldsAnItemLosesNothing() {
        var reading =
                Feeds.read(
                        Feeds.rss(
                                "<item><title>A</title><description>a</item><item><title>B</title>"
                                        + "</item>"));
        assertThat(Readings.items(reading)).extracting("content.headline").contains("A", "B");
    }
}
