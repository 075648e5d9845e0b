package galley.publish.feed;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** Where an article's rights let feeds carry no more than its beginning. */
@TestServers
class TeasersTest {
    private static final String BEGINNING = "Most of them look at the water.";
    private static final String REST = "nobody knows who turned them";

    @Inject Desk desk;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void itEndsAtTheEditorsBreakWithALinkToTheRest() {
        var article = desk.release(teaserOnly("In feeds: teaser only."));
        for (var file : new String[] {"rss.xml", "atom.xml", "feed.json"}) {
            assertThat(RestAssured.get("/feeds/" + file).asString())
                    .contains(BEGINNING)
                    .doesNotContain(REST);
        }
        var html =
                Jsoup.parse(
                        RestAssured.get("/feeds/feed.json")
                                .jsonPath()
                                .getString("items[0].content_html"));
        var link = html.selectFirst("p:last-child a");
        assertThat(link.text()).isEqualTo("Continue reading " + article.headline());
        assertThat(link.attr("href"))
                .isEqualTo("https://harbour-letter.example/articles/" + article.slug());
    }

    @Test
    void itSaysThatItIsPartial() {
        desk.release(teaserOnly("Teaser-only"));
        assertThat(RestAssured.get("/feeds/rss.xml").asString())
                .contains("This is the beginning of the article.")
                .doesNotContain("content:encoded>");
        // RFC 4287: what has a summary and no content is not the whole
        var atom = ReadXml.root(RestAssured.get("/feeds/atom.xml").asByteArray());
        var namespace = "http://www.w3.org/2005/Atom";
        var entry = ReadXml.children(atom, namespace, "entry").getFirst();
        assertThat(ReadXml.children(entry, namespace, "content")).isEmpty();
        assertThat(ReadXml.text(entry, namespace, "summary")).contains(BEGINNING);
        assertThat(
                        RestAssured.get("/feeds/feed.json")
                                .jsonPath()
                                .getBoolean("items[0]._galley.partial"))
                .isTrue();
    }

    @Test
    void theTermsOfAReprintCountToo() {
        desk.release(
                Samples.article(
                        "p01-reprint",
                        json ->
                                ((ObjectNode) json.at("/parts/1/rights"))
                                        .put("usageTerms", "Teaser only outside your site")));
        assertThat(RestAssured.get("/feeds/rss.xml").asString()).doesNotContain("Forty people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Free to reprint", "Teasers onlywhere"})
    void otherTermsLetTheWholeTextThrough(String terms) throws Exception {
        desk.release(teaserOnly(terms));
        assertThat(RestAssured.get("/feeds/rss.xml").asString()).contains(REST);
        var item = Samples.JSON.readTree(RestAssured.get("/feeds/feed.json").asString());
        assertThat(item.at("/items/0").has("_galley")).isFalse();
    }

    private static Article teaserOnly(String terms) {
        return Samples.article(
                "p05-teaser",
                json ->
                        json.putObject("rights")
                                .put("usageTerms", terms)
                                .putNull("copyrightHolder")
                                .putNull("copyrightNotice"));
    }
}
