package galley.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A front page as a feed, in which each pattern of such publications has a post. */
final class SampleFeed {
    static final String LONG_DOCUMENT = "The treaty of the hundred jetties";
    static final String CLOSING_LINE = "A clock for the tides";

    private static final int JETTIES = 100;
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";
    private static final String FEED =
            read().replace("</channel>", longDocument() + closingLine() + "</channel>");

    private SampleFeed() {}

    /** The feed as its site serves it. */
    static String text() {
        return FEED;
    }

    /** Another site's feed, which has the text of one of the posts under another headline. */
    static String elsewhere(String post, String headline) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
          <title>Quay Wire</title><link>https://quay.example</link>
          %s
        </channel></rss>
        """
                .formatted(item(headline, html(post)));
    }

    /** The SHA-256 of its bytes, in hexadecimal. */
    static String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(FEED.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every word of a post in its order. */
    static List<String> wordsOf(String headline) {
        return words(Jsoup.parseBodyFragment(html(headline)).text());
    }

    /** Every word of an article's parts in its order, those of their fields among them. */
    static List<String> words(JsonNode article) {
        var text = new StringBuilder();
        for (var part : article.path("parts")) {
            text.append(part.path("headline").asText("")).append(' ');
            text.append("By ").append(part.at("/attribution/author").asText("")).append(' ');
            text.append(part.at("/dateline/text").asText("")).append(' ');
            text.append(Jsoup.parseBodyFragment(part.path("body").asText()).text()).append(' ');
            for (var person : part.path("people")) {
                text.append(person.path("name").asText()).append(' ');
                text.append(person.path("role").asText("")).append(' ');
                text.append(person.path("affiliation").asText("")).append(' ');
            }
        }
        return words(text.toString());
    }

    /** The words of a text without what stands between them. */
    static List<String> words(String text) {
        return Arrays.stream(text.split(BETWEEN_WORDS)).filter(word -> !word.isEmpty()).toList();
    }

    private static String html(String headline) {
        var item =
                Jsoup.parse(FEED, "", Parser.xmlParser()).select("item").stream()
                        .filter(it -> it.selectFirst("title").wholeText().equals(headline))
                        .findFirst()
                        .orElseThrow();
        var whole = item.selectFirst("content|encoded");
        return Objects.requireNonNullElse(whole, item.selectFirst("description")).wholeText();
    }

    private static String longDocument() {
        var sections = new StringBuilder();
        for (int i = 1; i <= JETTIES; i++) {
            sections.append("<h3>Article %d</h3>".formatted(i));
            sections.append("<p>1. ").append("Jetty %d is kept dry. ".formatted(i).repeat(9));
            sections.append("</p><p>2. ").append("Its lamp burns until dawn. ".repeat(8));
            sections.append("</p>");
        }
        return item(
                LONG_DOCUMENT,
                """
                <p>The towns of the coast have signed a treaty. We publish its full text.</p>
                <h2>Treaty of the Hundred Jetties</h2>
                %s\
                """
                        .formatted(sections));
    }

    private static String closingLine() {
        return item(
                CLOSING_LINE,
                """
                <p>In the following article, which was first published by <em>The Lantern</em>, \
                Tom Reed visits a clock.</p>
                <h3>Twelve hours and twenty-five minutes</h3>
                <p>By Tom Reed</p>
                <p>OSTHAVEN, May 9 — The clock at the ferry steps has one hand.</p>
                <p>It goes round with the water.</p>
                <p><em>Tom Reed is a reporter at The Lantern.</em></p>\
                """);
    }

    private static String item(String headline, String html) {
        return """
        <item>
          <title>%s</title>
          <link>https://tide-letter.example/2026/05/%s/</link>
          <guid isPermaLink="false">%s</guid>
          <pubDate>Sun, 10 May 2026 10:00:00 +0000</pubDate>
          <content:encoded><![CDATA[%s]]></content:encoded>
        </item>
        """
                .formatted(
                        headline,
                        headline.toLowerCase(Locale.ROOT).replace(' ', '-'),
                        headline,
                        html);
    }

    private static String read() {
        try (var file = SampleFeed.class.getResourceAsStream("/samples/front-page.rss.xml")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
