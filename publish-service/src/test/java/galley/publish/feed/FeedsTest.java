package galley.publish.feed;

import java.io.ByteArrayInputStream;
import java.util.List;

import jakarta.inject.Inject;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

@TestServers
class FeedsTest {
    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void eachIsOfItsMediaType() {
        RestAssured.get("/feeds/rss.xml").then().contentType(startsWith("application/rss+xml"));
        RestAssured.get("/feeds/atom.xml").then().contentType(startsWith("application/atom+xml"));
        RestAssured.get("/feeds/feed.json").then().contentType(startsWith("application/feed+json"));
    }

    @Test
    void everyPatternReadsBackFromEveryFeed() throws Exception {
        for (var name : Samples.ALL) {
            desk.release(Samples.article(name));
        }
        for (var path : List.of("/feeds/rss.xml", "/feeds/atom.xml")) {
            var feed = read(path);
            assertThat(feed.getEntries()).as(path).hasSize(Samples.ALL.size());
            for (SyndEntry entry : feed.getEntries()) {
                assertThat(entry.getUri()).startsWith("urn:uuid:");
                assertThat(entry.getLink()).startsWith("https://harbour-letter.example/articles/");
                assertThat(entry.getContents().getFirst().getValue()).isNotBlank();
            }
        }
        var json = RestAssured.get("/feeds/feed.json").jsonPath();
        assertThat(json.getList("items")).hasSize(Samples.ALL.size());
    }

    @Test
    void theTextIsWholeWithItsAttributionAndDateline() throws Exception {
        desk.release(Samples.article("p02-round-up"));
        for (var path : List.of("/feeds/rss.xml", "/feeds/atom.xml")) {
            var content = read(path).getEntries().getFirst().getContents().getFirst().getValue();
            assertThat(Jsoup.parse(content).text())
                    .contains("First published by The Lantern on 11 May 2026.")
                    .contains("BRACKWATER, May 11 — The reading room")
                    .contains("A box for answers stands at the door.");
        }
    }

    @Test
    void anIdStaysWhenTheAddressChanges() throws Exception {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.release(Samples.next(article, json -> json.put("slug", "new-" + article.id())));
        for (var path : List.of("/feeds/rss.xml", "/feeds/atom.xml")) {
            var entry = read(path).getEntries().getFirst();
            assertThat(entry.getUri()).isEqualTo("urn:uuid:" + article.id());
            assertThat(entry.getLink()).endsWith("/articles/new-" + article.id());
        }
    }

    @Test
    void theyCarryTheNewestFifty() throws Exception {
        for (int minute = 0; minute < 55; minute++) {
            var time = "2026-05-20T10:%02d:00Z".formatted(minute);
            desk.release(
                    Samples.article(
                            "p05-teaser",
                            json -> json.put("headline", time).put("publishedAt", time)));
        }
        var entries = read("/feeds/rss.xml").getEntries();
        assertThat(entries).hasSize(50);
        assertThat(entries.getFirst().getTitle()).isEqualTo("2026-05-20T10:54:00Z");
        assertThat(entries.getLast().getTitle()).isEqualTo("2026-05-20T10:05:00Z");
    }

    @Test
    void aKillOfAnOldArticleIsSignalledThoughTheEntriesStayTheSame() {
        var old = desk.release(Samples.article("p05-teaser"));
        for (int minute = 0; minute < 50; minute++) {
            var time = "2026-05-21T10:%02d:00Z".formatted(minute);
            desk.release(Samples.article("p05-teaser", json -> json.put("publishedAt", time)));
        }
        assertThat(atom()).doesNotContain("deleted-entry");
        desk.kill(old, "Taken back by the harbour office");
        assertThat(atom())
                .contains("deleted-entry ref=\"urn:uuid:" + old.id() + "\"")
                .contains("Taken back by the harbour office");
    }

    @Test
    void whatNobodyEverSawLeavesNoSign() {
        var embargoed =
                Samples.article(
                        "p05-teaser", json -> json.put("embargoedUntil", "2126-05-21T10:00:00Z"));
        desk.release(embargoed);
        desk.kill(embargoed, "Withdrawn");
        assertThat(atom()).doesNotContain(embargoed.id().toString());
    }

    private static String atom() {
        return RestAssured.get("/feeds/atom.xml").then().statusCode(200).extract().asString();
    }

    private static SyndFeed read(String path) throws Exception {
        var bytes = RestAssured.get(path).then().statusCode(200).extract().asByteArray();
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(bytes)));
    }
}
