package galley.ingest.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.ingest.Api;
import galley.ingest.FeedServer;
import galley.ingest.OnServers;
import galley.ingest.Rss;

import static org.assertj.core.api.Assertions.assertThat;

/** Sources that are web pages. */
@OnServers
class PageSourceTest {
    private static final String TEXT =
            """
            <p>The library lends tools since May, and nobody has kept one for longer than a week,
            which surprises even those who had the idea and who bought the first saws.</p>
            <p>Most are asked for on Fridays, so the room is open late, and a volunteer shows how
            a drill is held, how a saw is cleaned, and where the plasters are.</p>
            """;

    private final Api admin = Api.as("admin", "ada");
    private final FeedServer site = new FeedServer();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPageLeadsToItsFeed() {
        serves(
                Map.of(
                        "/",
                        "<link rel=alternate type=application/rss+xml href=/gone>"
                                + "<link rel=alternate type=application/rss+xml href=/feed.xml>",
                        "/feed.xml",
                        Rss.feed(Rss.item("1", "One", "a"))));
        var source = admin.register(site.at("/"));
        assertThat(admin.fetch(source)).contains("\"new\":1");
        var found = admin.get("/v1/sources/" + source).expect(200).json();
        assertThat(found.path("url").asText()).isEqualTo(site.at("/feed.xml").toString());
        assertThat(found.path("movedFrom").asText()).isEqualTo(site.at("/").toString());
        assertThat(admin.fetch(source)).contains("\"unchanged\":1");
    }

    @Test
    void aPageWithoutFeedIsQuarantined() {
        serves(Map.of("/", "<html><body><p>Nothing here.</p></body></html>"));
        assertThat(admin.fetch(admin.register(site.at("/")))).contains("\"quarantined\":1");
    }

    @Test
    void aPageIsReadAsAnArticleWhereTheSourceSaysSo() {
        serves(Map.of("/tools", "<title>Tools on loan</title><article>" + TEXT + "</article>"));
        var page =
                """
                {"name": "Tools", "format": "web-page", "url": "%s", "pollEvery": "P1D"}\
                """
                        .formatted(site.at("/tools"));
        var source = admin.post("/v1/sources", page).expect(201).json().path("id").asText();
        assertThat(admin.fetch(source)).contains("\"new\":1");
        serves(
                Map.of(
                        "/tools",
                        "<title>Tools on loan</title><article>"
                                + TEXT.replace("May", "June")
                                + "</article>"));
        assertThat(admin.fetch(source)).contains("\"updated\":1");
    }

    private void serves(Map<String, String> pages) {
        site.handles(exchange -> answer(exchange, pages.get(exchange.getRequestURI().getPath())));
    }

    private static void answer(HttpExchange exchange, String page) throws IOException {
        if (page == null) {
            FeedServer.answer(exchange, 404, new byte[0]);
        } else {
            FeedServer.answer(exchange, 200, page.getBytes(StandardCharsets.UTF_8));
        }
    }
}
