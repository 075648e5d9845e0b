package galley.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.ingest.format.ReadItem;
import galley.ingest.format.Readings;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample feeds show every pattern of the publications that Galley carries. */
class SamplesTest {
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern PATTERN = Pattern.compile("\\bP\\d+\\b");
    private static final Pattern ITEM = Pattern.compile("(?s)<item>(.*?)</item>");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?s)<content:encoded>\\s*<!\\[CDATA\\[(.*?)]]>|"
                        + "<description><!\\[CDATA\\[((?:(?!</item>).)*?)]]></description>\\s*$");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?i)</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|div|table|tr|td|th|figure"
                            + "|figcaption|br|hr|pre|section|article)\\b[^>]*>");

    @ParameterizedTest
    @ValueSource(strings = {"front-page.rss.xml", "quayside.atom.xml"})
    void everySampleIsReadWhole(String name) {
        var reading = Feeds.read(Readings.sample(name), null);
        assertThat(reading.whole()).isTrue();
        assertThat(Readings.failures(reading)).isEmpty();
        assertThat(Readings.items(reading)).extracting(ReadItem::identity).doesNotHaveDuplicates();
    }

    @Test
    void everyPatternHasASample() {
        var samples =
                Stream.of("front-page.rss.xml", "quayside.atom.xml")
                        .map(name -> new String(Readings.sample(name), StandardCharsets.UTF_8))
                        .flatMap(sample -> COMMENT.matcher(sample).results())
                        .flatMap(comment -> PATTERN.matcher(comment.group()).results())
                        .map(MatchResult::group);
        assertThat(samples)
                .contains(
                        "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P12");
    }

    @Test
    void aRoundUpKeepsItsPiecesInOrder() {
        assertThat(body("Three towns"))
                .containsSubsequence(
                        "originally published by",
                        "<h3>A reading room over the fish hall</h3>",
                        "OSTHAVEN, May 12 (Lantern) —",
                        "<h3>The book boat stays the winter</h3>",
                        "<li>Storm warning: closed</li>",
                        "<h3>A key for every reader</h3>");
        assertThat(body("What the gulls know"))
                .containsSubsequence(
                        "<h3><a href=\"https://quayside.example/2026/gulls\">A gull takes",
                        "<h3><a href=\"https://mare.example/gaivotas\">",
                        "<h3><a href=\"https://lantern.example/gulls\">",
                        "one pelican [it has since moved on].");
    }

    @Test
    void aTranslationKeepsTheLanguageOfEachOfItsWords() {
        assertThat(body("The lighthouse keepers"))
                .contains(
                        "<em>O Farol</em> on 2 May", "<p lang=\"en\">", "<q lang=\"pt\">Quem vela");
    }

    @Test
    void sisterPiecesLeadToEachOther() {
        assertThat(body("Gardens on the breakwater: remarks"))
                .contains("https://tide-letter.example/2026/05/breakwater-gardens-arden/")
                .contains("<hr>");
        assertThat(body("Gardens on the breakwater: Tomas"))
                .contains("https://tide-letter.example/2026/05/breakwater-gardens-quist/");
    }

    @Test
    void anInterviewKeepsItsSpeakersAlsoOnLinesOfTheirOwn() {
        assertThat(body("“A bridge"))
                .containsSubsequence(
                        "<p><strong>GT:</strong> You have built",
                        "<p>GT:</p>",
                        "<p>And when it has arrived?</p>",
                        "<p>Jonas Field:</p>",
                        "<p><b>Field</b>: The one at Unterfeld.");
    }

    @Test
    void aDocumentKeepsItsSectionsItsTableAndWhatTheIntroductionQuotesOfIt() {
        var charter = body("The Harbour Charter");
        assertThat(charter)
                .containsSubsequence(
                        "<h2>Harbour Charter", "<h3>I. The water</h3>", "<h3>V. Amendments</h3>")
                .contains("<th>Kind of boat</th>", "<sup>1</sup> H<sub>2</sub>O");
        assertThat(charter.split("Nothing may be built on them", -1)).hasSize(3);
    }

    @Test
    void aVeryLongDocumentComesInWhole() {
        var text = new StringBuilder();
        for (int section = 1; section <= 85; section++) {
            text.append("<h3>Section %d</h3>".formatted(section));
            text.append("<p>%s</p>".formatted("The quays are common. ".repeat(25)));
        }
        var item =
                Feeds.only(
                        Feeds.rss(
                                "<item><title>A</title><description><![CDATA["
                                        + text
                                        + "]]></description></item>"));
        assertThat(item.wordCount()).isGreaterThan(8_500);
        assertThat(item.body()).contains("<h3>Section 1</h3>", "<h3>Section 85</h3>");
        assertThat(item.partial()).isFalse();
    }

    @Test
    void twoReportsOfOneEventAreTwoItemsAndSoIsOneTextFromTwoFeeds() {
        var front = Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null));
        assertThat(front.stream().filter(item -> item.content().headline().contains("museum")))
                .hasSize(2);
        var other =
                Readings.items(Feeds.read(Readings.sample("quayside.atom.xml"), null)).getLast();
        var dispatch = "in the dock. At half past ten on Sunday evening";
        assertThat(other.content().body()).contains(dispatch);
        assertThat(body("Night ferry")).contains(dispatch);
        assertThat(other.identity()).isEqualTo("tag:quayside.example,2026:night-ferry");
    }

    @Test
    void everyBlockOfTextComesInWholeAndInOrder() {
        var bytes = Readings.sample("front-page.rss.xml");
        var items = Readings.items(Feeds.read(bytes, null));
        var sources = ITEM.matcher(new String(bytes, StandardCharsets.UTF_8)).results().toList();
        assertThat(items).hasSameSizeAs(sources);
        for (int i = 0; i < items.size(); i++) {
            var text = TEXT.matcher(sources.get(i).group(1));
            assertThat(text.find()).isTrue();
            var html = text.group(1) != null ? text.group(1) : text.group(2);
            var body = words(items.get(i).content().body());
            int at = 0;
            for (var block : blocks(html)) {
                int found = body.indexOf(block, at);
                assertThat(found).as("%s in %s", block, body).isNotNegative();
                at = found + block.length();
            }
        }
    }

    @Test
    void aReprintKeepsItsPictureItsMarksAndItsAddressWithoutTracking() {
        var ferry =
                Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null)).getFirst();
        var content = ferry.content();
        assertThat(ferry.identity()).isEqualTo("https://tide-letter.example/?p=4101");
        assertThat(content.url()).isEqualTo("https://tide-letter.example/2026/05/night-ferry/");
        assertThat(content.language()).isEqualTo("en-GB");
        assertThat(content.byline()).isEqualTo("The editors");
        assertThat(content.keywords()).containsExactly("Ferries", "Islands");
        assertThat(content.usageTerms()).isEqualTo("© The Tide Letter");
        assertThat(content.firstCreated()).hasToString("2026-05-20T09:00:00Z");
        assertThat(content.partial()).isFalse();
        assertThat(content.body())
                .contains("two crowns [about the price of a coffee].")
                .contains("AVEIRO, May 18 (Maré) — The night ferry")
                .contains(
                        "<img src=\"https://tide-letter.example/wp-content/uploads/2026/05/santa-rita.jpg\"")
                .doesNotContain("class=");
        assertThat(content.media()).hasSize(1);
        assertThat(content.summary()).startsWith("<p>In the following article");
    }

    @Test
    void aTeaserIsKnownAsOne() {
        var partial =
                Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null)).stream()
                        .filter(item -> item.content().partial())
                        .map(item -> item.content().headline())
                        .toList();
        assertThat(partial).containsExactly("What the new timetable means for the river towns");
    }

    @Test
    void aVideoKeepsItsAddressAsData() {
        var video =
                Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null)).stream()
                        .filter(item -> item.content().headline().startsWith("Video"))
                        .findFirst()
                        .orElseThrow();
        assertThat(video.content().body())
                .contains("data-embed=\"https://video.example/embed/tides?feature=oembed\"")
                .doesNotContain("iframe");
    }

    @Test
    void anAtomFeedComesInWithItsInheritedBasesLanguagesAndAuthors() {
        var items = Readings.items(Feeds.read(Readings.sample("quayside.atom.xml"), null));
        assertThat(items).hasSize(5);
        var nets = items.get(0).content();
        assertThat(nets.body())
                .startsWith("<div>")
                .contains("<p>The loft smells of tar<br>and of coffee.")
                .contains("<img src=\"https://quayside.example/pictures/nets.jpg\"");
        assertThat(nets.summary()).isEqualTo("<p>Four hands, one net: a morning in the loft.</p>");
        assertThat(nets.authors()).containsExactly("Leo Anders", "Mila Brandt");
        assertThat(nets.keywords()).containsExactly("Crafts");
        assertThat(nets.firstCreated()).hasToString("2026-05-20T07:30:00Z");
        assertThat(nets.versionCreated()).hasToString("2026-05-20T09:30:00Z");
        assertThat(nets.language()).isEqualTo("en");
        assertThat(nets.media().getFirst().url())
                .isEqualTo("https://quayside.example/pictures/nets.jpg");

        var market = items.get(1).content();
        assertThat(market.headline()).isEqualTo("O mercado flutuante & as suas barcas");
        assertThat(market.language()).isEqualTo("pt-PT");
        assertThat(market.url()).isEqualTo("https://quayside.example/pt/mercado");
        assertThat(market.body())
                .contains("<a href=\"https://quayside.example/pt/barcas\">rema</a>");
        assertThat(market.authors()).containsExactly("Quayside Gazette");

        var tides = items.get(2).content();
        assertThat(tides.body())
                .isEqualTo(
                        "<p>High water at the north pier, day by day.</p>\n"
                                + "<p>Low water is six hours later.</p>");

        var swans = items.get(3).content();
        assertThat(swans.headline()).isEmpty();
        assertThat(swans.body())
                .isEqualTo("<p>The swans are back &amp; there are five of them.</p>");
    }

    private static String body(String headline) {
        return Readings.items(Feeds.read(Readings.sample("front-page.rss.xml"), null)).stream()
                .map(ReadItem::content)
                .filter(content -> content.headline().startsWith(headline))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private static List<String> blocks(String html) {
        return Arrays.stream(BLOCK.split(html))
                .map(SamplesTest::words)
                .filter(block -> !block.isEmpty())
                .toList();
    }

    private static String words(String html) {
        var text = Parser.unescapeEntities(html.replaceAll("<[^>]+>", " "), false);
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
