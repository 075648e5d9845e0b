package galley.publish.feed;

import org.junit.jupiter.api.Test;

import galley.publish.Samples;

import static org.assertj.core.api.Assertions.assertThat;

class JsonFeedTest {
    @Test
    void hasTheMembersOfVersion11() {
        var entry = FeedSamples.entry("Ferry & tram", FeedSamples.CONTENT);
        var json = Samples.JSON.valueToTree(JsonFeed.of(FeedSamples.feed(entry)));
        assertThat(json.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.at("/title").asText()).isEqualTo("The Harbour Letter");
        assertThat(json.at("/home_page_url").asText()).isEqualTo("https://harbour-letter.example/");
        assertThat(json.at("/feed_url").asText()).endsWith("/feeds/feed");
        assertThat(json.at("/language").asText()).isEqualTo("en-GB");
        var item = json.at("/items/0");
        assertThat(item.at("/id").asText()).isEqualTo(FeedSamples.ID);
        assertThat(item.at("/content_html").asText()).isEqualTo(FeedSamples.CONTENT);
        assertThat(item.at("/date_published").asText()).isEqualTo("2026-05-20T10:00:00Z");
        assertThat(item.at("/date_modified").asText()).isEqualTo("2026-05-21T11:30:00.250Z");
        assertThat(item.at("/authors/0/name").asText()).isEqualTo("Ana Lobo");
        assertThat(item.at("/tags")).hasSize(2);
        assertThat(item.at("/language").asText()).isEqualTo("pt");
    }

    @Test
    void anItemWithoutTextStillHasItsContent() {
        var json =
                Samples.JSON.valueToTree(
                        JsonFeed.of(FeedSamples.feed(FeedSamples.entry("Ferry", ""))));
        assertThat(json.at("/items/0/content_html").asText("none")).isEmpty();
    }

    @Test
    void anEmptyFeedHasAnEmptyListOfItems() {
        var json = Samples.JSON.valueToTree(JsonFeed.of(FeedSamples.feed()));
        assertThat(json.at("/items").isArray()).isTrue();
        assertThat(json.at("/items")).isEmpty();
    }
}
