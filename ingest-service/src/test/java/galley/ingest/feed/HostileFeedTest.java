package galley.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.Formats;
import galley.ingest.format.RawDocument;
import galley.ingest.format.Readings;
import galley.ingest.format.UnreadableDocumentException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Feeds that are written to keep their reader busy, or to make it fall over. */
class HostileFeedTest {
    private static final int MUCH = 200_000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final String GOOD = "<item><guid>good</guid><title>Good</title></item>";

    static Stream<Arguments> entries() {
        return Stream.of(
                arguments(
                        "links that never end",
                        "<description><![CDATA[" + "<a class=".repeat(MUCH) + "]]></description>"),
                arguments("elements in elements", "<description>" + "<b>".repeat(MUCH / 10)),
                arguments(
                        "a language of many parts",
                        "<dc:language>aa" + "-a".repeat(MUCH) + "</dc:language>"),
                arguments("pictures without end", enclosures(MUCH / 10)),
                arguments("an author of signs", "<author>" + "@".repeat(MUCH) + "</author>"),
                arguments(
                        "a date of blanks",
                        "<pubDate>1 May 2026" + " ".repeat(MUCH) + "x\ny</pubDate>"),
                arguments(
                        "blank lines",
                        "<description>a" + "\n \r".repeat(MUCH) + "b</description>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void anEntryIsReadInBoundedTimeAndSpoilsNoOther(String name, String hostile) {
        var feed = Feeds.rss(GOOD + "<item><title>Bad</title>" + hostile + "</item>");
        var reading = assertTimeoutPreemptively(LONG_ENOUGH, () -> Feeds.read(feed));
        assertThat(Readings.items(reading)).extracting("identity").contains("good");
        assertThat(reading.entries()).hasSize(2);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("blank lines before the root", "\n".repeat(MUCH / 20), ""),
                arguments("comments before the root", "<!---->".repeat(MUCH / 100), ""),
                arguments("instructions before the root", "<?a?>".repeat(MUCH / 100), ""),
                arguments("types without end inside", "", "<!DOCTYPE a [".repeat(MUCH)),
                arguments(
                        "a title without end",
                        "",
                        "<item><title>" + "x ".repeat(5_000_000) + "</title></item>"),
                arguments("prefixes of prefixes", "", "<x:item>".repeat(MUCH)),
                arguments(
                        "sections without end",
                        "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
                        "<![CDATA[".repeat(MUCH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aDocumentIsReadInBoundedTime(String name, String before, String inside) {
        var feed = before + "<rss><channel>" + GOOD + inside + "</channel></rss>";
        var reading = assertTimeoutPreemptively(LONG_ENOUGH, () -> Feeds.read(feed));
        assertThat(Readings.items(reading)).extracting("identity").contains("good");
    }

    private static String enclosures(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "<enclosure url='/" + number + "' type='image/png'/>")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss xml:lang='#'><channel><link>javascript:#</link><copyright>a#</copyright><item>"
                    + "<title>A#</title><link>javascript:#</link><description>b#</description><author>c#</author><category"
                    + " domain='s'>d#</category><source>e#</source>"
                    + "<dc:language>#</dc:language><pubDate>#</pubDate><media:content"
                    + " url='/p.jpg'><media:title>f#</media:title>"
                    + "<media:description>g#</media:description><media:credit>h#</media:credit></media:content><enclosure"
                    + " url='javascript:#'/></item></channel></rss>",
                "<feed><entry><title type='html'>A#</title><link href='javascript:#'/>"
                        + "<summary type='html'>b#</summary><content type='html'>c#</content>"
                        + "<author><name>d#</name></author><category term='e#' label='f#'/>"
                        + "<rights type='html'>g#</rights><source><title type='html'>h#</title>"
                        + "</source></entry></feed>",
                "<feed><at:deleted-entry ref='1' when='#'><at:comment type='html'>a#</at:comment>"
                        + "</at:deleted-entry></feed>"
            })
    void noScriptComesThroughAnywhere(String document) {
        var script = "&lt;script>alert(1)&lt;/script>&lt;img src='x' onerror='alert(1)'>";
        var content = Feeds.only(document.replace("#", script.replace("'", "&quot;")));
        assertThat(content.toString()).doesNotContain("<script", "onerror", "javascript:");
        assertThat(content.headline() + content.editorialNote()).containsIgnoringCase("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "description", "dc:creator", "category"})
    void aTextOfMoreElementsThanAnyIsRefusedAndSpoilsNoOther(String field) {
        var text = "<![CDATA[" + "<b>a".repeat(50_001) + "]]>";
        var bad = "<item><%s>%s</%s><title>A</title></item>".formatted(field, text, field);
        var reading = Feeds.read(Feeds.rss(GOOD + bad));
        assertThat(Readings.items(reading)).extracting("identity").containsExactly("good");
        assertThat(reading.entries().getLast())
                .extracting("reason")
                .isEqualTo("The text has more than 50000 elements.");
    }

    @Test
    void aDocumentOfMoreElementsThanAnyIsRefused() {
        assertUnreadable(
                "<item><title>a</title>" + "<b/>".repeat(250_000) + "</item>",
                "The document has more than 250000 elements.");
    }

    @Test
    void aFeedOfMoreEntriesThanAnyNewsroomWritesIsRefusedWithAReason() {
        assertUnreadable(
                "<item><title>a</title></item>".repeat(10_001),
                "The document has more than 10000 entries.");
    }

    private static void assertUnreadable(String items, String reason) {
        var feed = Feeds.rss(items).getBytes(StandardCharsets.UTF_8);
        var raw = new RawDocument(feed, null, Readings.ADDRESS);
        assertThatExceptionOfType(UnreadableDocumentException.class)
                .isThrownBy(() -> Feeds.FORMATS.read(raw, Formats.AUTO))
                .withMessage(reason);
    }

    @Test
    void scriptsAndDirectionsMixedInOneTextStayAsTheyAre() {
        var mixed = "Портo \u202Eнет\u202C שלום \u2066مرحبا\u2069 港口 e\u0301 👩\u200D🔧 Ａ";
        var content =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>%s</title><description>&lt;p>%s&lt;/p></description></item>"
                                        .formatted(mixed, mixed)));
        assertThat(content.headline()).isEqualTo(mixed);
        assertThat(content.body()).isEqualTo("<p>" + mixed + "</p>");
    }

    @Test
    void anIdThatLooksLikeMarkupIsAnIdAllTheSame() {
        var feed =
                Feeds.rss("<item><guid>&lt;quay.1@news.example&gt;</guid><title>A</title></item>");
        assertThat(Feeds.onlyItem(feed).identity()).isEqualTo("<quay.1@news.example>");
        assertThat(Feeds.only(feed).guid()).isEqualTo("<quay.1@news.example>");
    }
}
