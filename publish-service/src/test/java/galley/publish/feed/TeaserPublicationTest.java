package galley.publish.feed;

import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** A publication whose feeds lead to its site. */
@TestServers
@TestProfile(TeaserPublicationTest.Teasers.class)
class TeaserPublicationTest {
    @Inject Desk desk;

    @Test
    void everyArticleEndsAtItsBreak() throws Exception {
        desk.clear();
        for (var name : Samples.ALL) {
            desk.release(Samples.article(name));
        }
        var site = "https://harbour-letter.example/feeds/";
        FeedRules.rss(RestAssured.get("/feeds/rss.xml").asByteArray(), site + "rss.xml");
        FeedRules.atom(RestAssured.get("/feeds/atom.xml").asByteArray(), site + "atom.xml");
        var json = Samples.JSON.readTree(RestAssured.get("/feeds/feed.json").asByteArray());
        FeedRules.json(json, site + "feed.json");
        for (var item : json.path("items")) {
            assertThat(item.at("/_galley/partial").asBoolean()).isTrue();
            assertThat(item.path("content_html").asText()).contains("Continue reading");
        }
        assertThat(json.toString()).doesNotContain("Forty people", "nobody knows");
    }

    /** The setting. */
    public static final class Teasers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("galley.feeds.content", "teaser");
        }
    }
}
