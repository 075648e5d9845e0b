package galley.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample feeds show every pattern of the publications that Galley carries. */
class SamplesTest {
    private static final Pattern ITEM = Pattern.compile("(?s)<item>(.*?)</item>");
    private static final Pattern TEXT =
            Pattern.compile(
                    "(?s)<content:encoded>\\s*<!\\[CDATA\\[(.*?)]]>|"
                        + "<description><!\\[CDATA\\[((?:(?!</item>).)*?)]]></description>\\s*$");
    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?i)</?(?:p|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|div|table|tr|td|th|figure"
                            + "|figcaption|br|hr|pre|section|article)\\b[^>]*>");

    @Test
    void everyBlockOfTextComesInWholeAndInOrder() {
        var bytes = Feeds.sample("front-page.rss.xml");
        var items = Feeds.items(Feeds.read(bytes, null));
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
        var ferry = Feeds.items(Feeds.read(Feeds.sample("front-page.rss.xml"), null)).getFirst();
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
                Feeds.items(Feeds.read(Feeds.sample("front-page.rss.xml"), null)).stream()
                        .filter(item -> item.content().partial())
                        .map(item -> item.content().headline())
                        .toList();
        assertThat(partial).containsExactly("What the new timetable means for the river towns");
    }

    @Test
    void aVideoKeepsItsAddressAsData() {
        var video =
                Feeds.items(Feeds.read(Feeds.sample("front-page.rss.xml"), null)).stream()
                        .filter(item -> item.content().headline().startsWith("Video"))
                        .findFirst()
                        .orElseThrow();
        assertThat(video.content().body())
                .contains("data-embed=\"https://video.example/embed/tides?feature=oembed\"")
                .doesNotContain("iframe");
    }

    @Test
    void anAtomFeedComesInWithItsInheritedBasesLanguagesAndAuthors() {
        var items = Feeds.items(Feeds.read(Feeds.sample("quayside.atom.xml"), null));
        assertThat(items).hasSize(4);
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
