package galley.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.MediaKind;
import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RssReaderTest {

    @Test
    void theFullTextWinsOverTheDescriptionUnlessItIsEmpty() {
        var both =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>A</title><description>short</description>"
                                    + "<content:encoded><![CDATA[<p>long</p>]]></content:encoded></item>"));
        assertThat(both.body()).isEqualTo("<p>long</p>");
        assertThat(both.summary()).isEqualTo("<p>short</p>");
        var one =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>A</title><description>short</description>"
                                        + "<content:encoded> </content:encoded></item>"));
        assertThat(one.body()).isEqualTo("<p>short</p>");
        assertThat(one.summary()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<![CDATA[Ferry & tram]]>             | Ferry & tram",
                "Ferry &amp; tram                     | Ferry & tram",
                "Ferry &amp;amp; tram                 | Ferry & tram",
                "Caf&eacute; at the quay              | Café at the quay",
                "Caf&amp;eacute; at the quay          | Café at the quay",
                "<![CDATA[The <em>quiet</em> quay]]>  | The quiet quay",
                "The <em>quiet</em> quay              | The quiet quay",
                "5 &lt; 6, and 7 &gt; 6               | 5 < 6, and 7 > 6",
                "Why a&lt;b matters                   | Why a<b matters",
                "&#8220;Quay&#8221; &#x2014; a word   | “Quay” — a word"
            })
    void headlinesArePlainText(String title, String headline) {
        assertThat(Feeds.only(Feeds.rss("<item><title>" + title + "</title></item>")).headline())
                .isEqualTo(headline);
    }

    @Test
    void plainDescriptionsBecomeParagraphs() {
        var item =
                "<item><title>A</title><description>One &lt; two\nand on.\n\nThree.</description>"
                        + "</item>";
        assertThat(Feeds.only(Feeds.rss(item)).body())
                .isEqualTo("<p>One &lt; two\nand on.</p>\n<p>Three.</p>");
    }

    @Test
    void markupThatNobodyEscapedIsReadAllTheSame() {
        var item =
                "<item><title>A</title><description><p>One<br/>two</p><p/><p>three</p>"
                        + "</description></item>";
        assertThat(Feeds.only(Feeds.rss(item)).body())
                .isEqualTo("<p>One<br>two</p><p></p><p>three</p>");
    }

    @Test
    void relativeAddressesAreReadFromTheItemsPage() {
        var item =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>A</title><link>/2026/a/</link><description><![CDATA[<p><a"
                                    + " href='b'>b</a><img src='//i.example/c.png'></p>]]>"
                                    + "</description></item>"));
        assertThat(item.url()).isEqualTo("https://feed.example/2026/a/");
        assertThat(item.body())
                .contains("https://feed.example/2026/a/b", "https://i.example/c.png");
    }

    @Test
    void whatAnItemIsKnownByIsItsGuidElseItsAddressElseWhatItSays() {
        assertThat(identity("<guid> id-1 </guid><link>https://a.example/</link>"))
                .isEqualTo("id-1");
        assertThat(identity("<link>https://a.example/?utm_source=x&amp;id=1</link>"))
                .isEqualTo("https://a.example/?id=1");
        assertThat(identity("")).startsWith("sha256:").isEqualTo(identity(""));
        assertThat(identity("<guid>" + "x".repeat(5_000) + "</guid>")).hasSizeLessThan(100);
    }

    @Test
    void aGuidMayBeTheLink() {
        assertThat(Feeds.only(item("<guid>https://a.example/1</guid>")).url())
                .isEqualTo("https://a.example/1");
        assertThat(Feeds.only(item("<guid isPermaLink='false'>https://a.example/1</guid>")).url())
                .isNull();
    }

    @Test
    void datesThatNobodyUnderstandsAreNoFailure() {
        assertThat(Feeds.only(item("<pubDate>next Tuesday</pubDate>")).firstCreated()).isNull();
    }

    @Test
    void aChangedDateIsNoChangeAndAChangedWordIs() {
        var hash = Feeds.onlyItem(item("<pubDate>1 May 2026</pubDate>")).contentHash();
        assertThat(Feeds.onlyItem(item("<pubDate>2 May 2026</pubDate>")).contentHash())
                .isEqualTo(hash);
        assertThat(Feeds.onlyItem(item("<description>new</description>")).contentHash())
                .isNotEqualTo(hash);
    }

    @Test
    void authorsLoseTheirMailAddresses() {
        var item = item("<author>leo@feed.example (Leo Anders)</author>");
        assertThat(Feeds.only(item).authors()).containsExactly("Leo Anders");
    }

    @Test
    void mediaAreNamedOnce() {
        var media =
                Feeds.only(
                                item(
                                        "<enclosure url='/a.mp3'"
                                            + " type='audio/mpeg'/><media:group><media:content"
                                            + " url='/b.jpg' medium='image'><media:credit>Jo"
                                            + " Rui</media:credit></media:content><media:content"
                                            + " url='/b.jpg' medium='image'/><media:content"
                                            + " url='javascript:x'/></media:group>"))
                        .media();
        assertThat(media).extracting("kind").containsExactly(MediaKind.AUDIO, MediaKind.IMAGE);
        assertThat(media.get(1).credit()).isEqualTo("Jo Rui");
    }

    @Test
    void prefixesMayDifferOrBeUndeclared() {
        var other =
                "<rss xmlns:c='http://purl.org/rss/1.0/modules/content/'><channel><item>"
                        + "<title>A</title><c:encoded>long</c:encoded></item></channel></rss>";
        assertThat(Feeds.only(other).body()).isEqualTo("<p>long</p>");
        var undeclared =
                "<rss><channel><item><media:title>M</media:title><title>A</title>"
                        + "<content:encoded>long</content:encoded></item></channel></rss>";
        assertThat(Feeds.only(undeclared).body()).isEqualTo("<p>long</p>");
        assertThat(Feeds.only(undeclared).headline()).isEqualTo("A");
    }

    @Test
    void oneBadEntryDoesNotKeepTheOthersOut() {
        var reading =
                Feeds.read(
                        Feeds.rss(
                                "<item><guid>1</guid><title>A</title></item>"
                                        + "<item><guid>2</guid></item>"
                                        + "<item><guid>3</guid><title>C</title></item>"));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("1", "3");
        var failure = Readings.failures(reading).getFirst();
        assertThat(failure.identity()).isEqualTo("2");
        assertThat(failure.position()).isEqualTo(2);
        assertThat(failure.reason()).contains("neither headline nor text");
    }

    @Test
    void aDocumentThatBreaksOffGivesItsWholeEntriesOnly() {
        var whole =
                Feeds.rss(
                        "<item><guid>1</guid><title>A</title></item>"
                                + "<item><guid>2</guid><title>B</title>"
                                + "<description><![CDATA[<p>Long text</p>]]></description></item>");
        var reading = Feeds.read(whole.substring(0, whole.indexOf("text")));
        assertThat(reading.whole()).isFalse();
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("1");
        assertThat(Readings.failures(reading).getFirst().reason()).contains("breaks off");
        assertThat(Readings.failures(reading).getFirst().identity()).isEqualTo("2");
        assertThat(Feeds.read(whole).whole()).isTrue();
    }

    @Test
    void aForgottenEndTagLosesNoEntry() {
        var reading = Feeds.read(Feeds.rss("<item><title>A</title><item><title>B</title></item>"));
        assertThat(Readings.items(reading))
                .extracting("content.headline")
                .containsExactly("A", "B");
    }

    @Test
    void anEntryThatStandsTwiceIsReadOnceInItsNewerVersion() {
        var reading =
                Feeds.read(
                        Feeds.rss(
                                "<item><guid>1</guid><title>old</title><pubDate>1 May"
                                    + " 2026</pubDate></item><item><guid>1</guid><title>new</title><pubDate>2"
                                    + " May 2026</pubDate></item>"));
        assertThat(reading.entries()).hasSize(1);
        assertThat(Readings.items(reading).getFirst().content().headline()).isEqualTo("new");
    }

    @Test
    void twoItemsThatShareAnIdByMistakeDoNotOverwriteEachOther() {
        var reading =
                Feeds.read(
                        Feeds.rss(
                                "<item><guid>1</guid><title>A</title><link>/a</link></item>"
                                    + "<item><guid>1</guid><title>B</title><link>/b</link></item>"));
        assertThat(Readings.items(reading)).extracting("content.headline").containsExactly("A");
        assertThat(Readings.failures(reading).getFirst().reason())
                .contains("same id, but another address");
    }

    @Test
    void lettersSurviveEveryCharset() {
        var feed =
                "<?xml version=\"1.0\" encoding=\"%s\"?><rss><channel><item>"
                        + "<title>Maré – “Cais”</title></item></channel></rss>";
        for (var name : new String[] {"UTF-8", "windows-1252", "UTF-16"}) {
            var bytes = feed.formatted(name).getBytes(Charset.forName(name));
            assertHeadline(bytes, null, "Maré – “Cais”");
            assertHeadline(bytes, "text/xml; charset=" + name, "Maré – “Cais”");
        }
        var windows = feed.formatted("ISO-8859-1").getBytes(Charset.forName("windows-1252"));
        assertHeadline(windows, null, "Maré – “Cais”");
        assertHeadline(windows, "text/xml; charset=iso-8859-1", "Maré – “Cais”");
        var mislabelled = feed.formatted("ISO-8859-1").getBytes(StandardCharsets.UTF_8);
        assertHeadline(mislabelled, "text/xml; charset=ISO-8859-1", "Maré – “Cais”");
        var marked = ("\uFEFF" + feed.formatted("UTF-8")).getBytes(StandardCharsets.UTF_8);
        assertHeadline(marked, null, "Maré – “Cais”");
        var mixed =
                feed.formatted("UTF-8")
                        .replace("Cais", "Cais\uE000")
                        .getBytes(StandardCharsets.UTF_8);
        assertHeadline(
                new String(mixed, StandardCharsets.ISO_8859_1)
                        .replace("\u00EE\u0080\u0080", "\u00E9")
                        .getBytes(StandardCharsets.ISO_8859_1),
                null,
                "Maré – “Caisé”");
    }

    @Test
    void charactersThatNothingCanStoreAreLeftOut() {
        assertThat(
                        Feeds.only(Feeds.rss("<item><title>a\u0000b\u0001c&#0;d</title></item>"))
                                .headline())
                .isEqualTo("abc\uFFFDd");
    }

    @Test
    void entitiesThatTheDocumentDeclaresAreResolvedAndBombsAreNot() {
        var declared =
                "<!DOCTYPE rss [<!ENTITY pub \"The Tide &amp; Letter\"><!ENTITY nbsp '&#160;'>"
                        + "<!ENTITY file SYSTEM 'file:///etc/hostname'>"
                        + "<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;'>]>"
                        + Feeds.rss(
                                        "<item><title>&pub;&nbsp;&file;&b;</title>"
                                            + "<description><![CDATA[<p>&a;</p>]]></description></item>")
                                .substring("<?xml version=\"1.0\"?>\n".length());
        var item = Feeds.only(declared);
        assertThat(item.headline()).isEqualTo("The Tide & Letter &file;&b;");
        assertThat(item.body()).isEqualTo("<p>&amp;a;</p>");
        var bomb =
                "<!DOCTYPE rss [<!ENTITY a \""
                        + "x".repeat(10_000)
                        + "\">]><rss><channel><item><title>"
                        + "&a;".repeat(1_000)
                        + "</title></item></channel></rss>";
        assertUnreadable(bomb, "too large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sorry</body></html>",
                "{\"title\": \"a\"}",
                "   ",
                "<opml/>"
            })
    void whatIsNoFeedIsSaidToBeNone(String document) {
        assertUnreadable(document, "neither atom nor rss");
    }

    @Test
    void whatGivesNothingIsUnreadable() {
        assertUnreadable("", "empty");
        assertUnreadable("<rss version='2.0'/>", "no channel");
        assertUnreadable("<rss><channel><title>x", "breaks off before");
    }

    @Test
    void anEmptyFeedIsAReadingWithoutEntries() {
        assertThat(Feeds.read(Feeds.rss("")).entries()).isEmpty();
    }

    private static void assertUnreadable(String document, String reason) {
        var raw =
                new RawDocument(document.getBytes(StandardCharsets.UTF_8), null, Readings.ADDRESS);
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> Feeds.FORMATS.read(raw, Formats.AUTO))
                .withMessageContaining(reason);
    }

    private static void assertHeadline(byte[] bytes, String contentType, String headline) {
        assertThat(Readings.items(Feeds.read(bytes, contentType)).getFirst().content().headline())
                .isEqualTo(headline);
    }

    private static String item(String inside) {
        return Feeds.rss("<item><title>A</title>" + inside + "</item>");
    }

    private static String identity(String inside) {
        return Feeds.onlyItem(item(inside)).identity();
    }
}
