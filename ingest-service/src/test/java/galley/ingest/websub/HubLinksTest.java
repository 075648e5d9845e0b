package galley.ingest.websub;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import galley.ingest.format.RawDocument;
import galley.kit.http.Fetched;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HubLinksTest {
    private static final URI FEED = URI.create("https://tide-letter.example/feed.xml");
    private static final Hub HUB =
            new Hub(
                    URI.create("https://hub.example/"),
                    URI.create("https://tide-letter.example/all"));

    private static Optional<Hub> in(String document, String... link) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (link.length > 0) {
            headers.putAll(Map.of("Link", link[0]));
        }
        var bytes = document.getBytes(UTF_8);
        return HubLinks.in(
                new Fetched(200, FEED, null, headers, bytes),
                new RawDocument(bytes, "application/xml", FEED));
    }

    @Test
    void theHeaderFieldNamesHubAndTopic() {
        assertThat(
                        in(
                                "<rss/>",
                                "<https://hub.example/>; rel=\"hub\","
                                        + " </all>; title=\"a\"; rel=self"))
                .contains(HUB);
        assertThat(in("<rss/>", "<https://hub.example/>; rel=\"alternate hub\""))
                .contains(new Hub(HUB.hub(), FEED));
    }

    @Test
    void soDoAtomRssAndJsonFeeds() {
        assertThat(
                        in(
                                "<feed xmlns='http://www.w3.org/2005/Atom'>"
                                        + "<link rel='hub' href='https://hub.example/'/>"
                                        + "<link rel='self' href='/all'/></feed>"))
                .contains(HUB);
        assertThat(
                        in(
                                "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel>"
                                        + "<link>https://tide-letter.example/</link>"
                                        + "<a:link rel='self' href='/all'/>"
                                        + "<a:link rel='hub' href='https://hub.example/'/>"
                                        + "</channel></rss>"))
                .contains(HUB);
        assertThat(
                        in(
                                """
                                {"version": "https://jsonfeed.org/version/1.1",
                                 "feed_url": "https://tide-letter.example/all",
                                 "hubs": [{"type": "rssCloud", "url": "https://a.example/"},
                                          {"type": "WebSub", "url": "https://hub.example/"}]}\
                                """))
                .contains(HUB);
    }

    @Test
    void mostNameNone() {
        assertThat(in("<rss><channel><link>https://a.example/</link></channel></rss>")).isEmpty();
        assertThat(in("<feed><link rel='hub' href='ftp://hub.example/'/></feed>")).isEmpty();
        assertThat(in("{\"hubs\": 3}")).isEmpty();
        assertThat(in("{broken")).isEmpty();
        assertThat(in("", "rubbish; rel=hub")).isEmpty();
    }
}
