package galley.publish.purge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Pictured;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.frontpage.FrontDesk;
import galley.publish.subscription.Site;
import galley.publish.subscription.Subscribing;

import static galley.publish.subscription.Subscribing.awaitCalls;
import static galley.publish.subscription.Subscribing.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What caches are told to drop. */
@TestServers
class PurgeTest {
    private static final String SITE = "https://harbour-letter.example";
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    private final Subscribing subscribing = new Subscribing();
    private final String firstPicture = hash();
    private final String secondPicture = hash();

    @AfterEach
    void close() {
        subscribing.close();
    }

    private static String hash() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }

    private Article release() {
        return desk.release(
                Samples.article("p01-reprint", json -> Pictured.with(json, firstPicture)));
    }

    /** The same article elsewhere. */
    private Article moved(Article article) {
        return Samples.next(
                article,
                json ->
                        Pictured.with(json, secondPicture)
                                .put("slug", "moved-" + article.id())
                                .put("section", "World")
                                .put("language", "pt-BR")
                                .putArray("tags")
                                .add("harbours & quays"));
    }

    private static JsonNode last(Site site, Article article) {
        return site.calls(article.id()).getLast().json().path("data");
    }

    private static List<String> addresses(JsonNode data) {
        return data.path("addresses").valueStream().map(JsonNode::asText).toList();
    }

    private static String[] absolute(String... paths) {
        return List.of(paths).stream().map(SITE::concat).toArray(String[]::new);
    }

    private String[] ofFirst(Article article) {
        return absolute(
                "/articles/" + article.slug(),
                "/v1/articles/" + article.slug(),
                "/v1/articles/" + article.slug() + "?format=newsml-g2",
                "/media/" + firstPicture,
                "/media/" + firstPicture + "/w/320",
                "/media/" + firstPicture + "/w/1920",
                "/tags/ferries",
                "/feeds/tags/islands/rss.xml",
                "/feeds/languages/en/atom.xml",
                "/feeds/languages/en-GB/feed.json",
                "/authors/Ana%20Lobo",
                "/feeds/authors/The%20editors/atom.xml",
                "/sources/Mar%C3%A9");
    }

    private String[] ofSecond(Article article) {
        return absolute(
                "/articles/" + article.slug(),
                "/v1/articles/" + article.slug() + "?format=text",
                "/media/" + secondPicture + "/w/640",
                "/tags/harbours%20%26%20quays",
                "/feeds/languages/pt/rss.xml",
                "/feeds/languages/pt-BR/rss.xml");
    }

    @Test
    void everyChangeNamesTheKeysAndEveryAddress() {
        frontDesk.section("coast", "Coast", "The coast");
        var it = subscribing.cache();
        var article = release();
        awaitCalls(it.site(), article.id(), 1);
        var call = it.site().calls(article.id()).getFirst();
        assertThat(call.type()).isEqualTo("cache.purge");
        assertThatNoException().isThrownBy(() -> call.verify(it.secret()));
        // so long a replica may trust its memory
        assertThat(call.at())
                .isAfterOrEqualTo(
                        Instant.parse(call.json().path("timestamp").asText()).plusSeconds(1));
        var data = last(it.site(), article);
        assertThat(data.path("revision").asLong()).isEqualTo(article.revision());
        assertThat(data.path("status").asText()).isEqualTo("usable");
        assertThat(data.path("surrogateKeys").valueStream().map(JsonNode::asText))
                .containsExactly("article/" + article.id(), "edition");
        assertThat(addresses(data))
                .doesNotHaveDuplicates()
                .contains(ofFirst(article))
                .contains(
                        absolute(
                                "/",
                                "/v1/articles",
                                "/v1/front-page",
                                "/v1/articles/" + article.id(),
                                "/v1/articles/" + article.id() + "?format=json-ld",
                                "/v1/articles/" + article.id() + "/status",
                                "/feeds/rss.xml",
                                "/feeds/atom.xml",
                                "/feeds/feed.json",
                                "/sections/coast",
                                "/v1/sections/coast",
                                "/feeds/sections/coast/rss.xml",
                                "/archive",
                                "/archive/2026",
                                "/archive/2026/05",
                                "/sitemap.xml",
                                "/sitemap-news.xml",
                                "/sitemaps/articles-2026-05.xml"));

        var moved = desk.release(moved(article));
        awaitCalls(it.site(), article.id(), 2);
        assertThat(addresses(last(it.site(), article)))
                .contains(ofFirst(article))
                .contains(ofSecond(moved));

        var withheld = Samples.next(moved, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        awaitCalls(it.site(), article.id(), 3);
        assertThat(last(it.site(), article).path("status").asText()).isEqualTo("withheld");
        assertThat(addresses(last(it.site(), article))).contains(ofSecond(moved));

        var reinstated = Samples.next(withheld, _ -> {});
        desk.apply(new ArticleReinstated(reinstated, DECISION));
        awaitCalls(it.site(), article.id(), 4);
        assertThat(last(it.site(), article).path("status").asText()).isEqualTo("usable");

        desk.kill(reinstated, "Not true");
        awaitCalls(it.site(), article.id(), 5);
        assertThat(last(it.site(), article).path("status").asText()).isEqualTo("canceled");
        assertThat(addresses(last(it.site(), article)))
                .contains(ofFirst(article))
                .contains(ofSecond(moved));
        assertThat(it.site().calls(article.id()))
                .allSatisfy(
                        each -> {
                            assertThat(each.type()).isEqualTo("cache.purge");
                            assertThat(each.text()).doesNotContain("night ferry", "headline");
                        });
        soon().until(() -> it.states(article.id()).stream().allMatch("delivered"::equals));
    }

    @Test
    void aWithdrawalThatOvertakesHasWhatTheOvertakenHad() {
        var it = subscribing.cache();
        it.site().always(500);
        var article = release();
        awaitCalls(it.site(), article.id(), 1);
        var moved = desk.release(moved(article));
        desk.kill(moved, "Not true");
        it.site().always(204);
        soon().until(
                        () ->
                                it.states(article.id())
                                        .equals(List.of("delivered", "overtaken", "overtaken")));
        assertThat(last(it.site(), article).path("status").asText()).isEqualTo("canceled");
        assertThat(addresses(last(it.site(), article)))
                .contains(ofFirst(article))
                .contains(ofSecond(moved));
    }

    @Test
    void anEmbargoHidesWhereAVersionWillBe() {
        var it = subscribing.cache();
        var article = release();
        awaitCalls(it.site(), article.id(), 1);
        var embargoed =
                desk.release(
                        Samples.changed(
                                moved(article),
                                json -> json.put("embargoedUntil", "2999-01-01T00:00:00Z")));
        awaitCalls(it.site(), article.id(), 2);
        assertThat(last(it.site(), article).path("status").asText()).isEqualTo("withheld");
        assertThat(addresses(last(it.site(), article)))
                .contains(ofFirst(article))
                .doesNotContain(ofSecond(embargoed))
                .noneMatch(address -> address.contains(embargoed.slug()));
    }

    @Test
    void whatReadersNeverSawIsNotNamed() {
        var it = subscribing.cache();
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json ->
                                        Pictured.with(json, firstPicture)
                                                .put("embargoedUntil", "2999-01-01T00:00:00Z")));
        desk.kill(article, "Withdrawn before it was out");
        awaitCalls(it.site(), article.id(), 1);
        assertThat(it.site().calls(article.id()).getFirst().text())
                .doesNotContain(article.slug(), firstPicture, "/tags/", "/authors/")
                .contains("/v1/articles/" + article.id());
    }

    @Test
    void aCacheThatWasAwayLearnsOfAllThatChangedMeanwhile() {
        var it = subscribing.cache();
        var had = release();
        awaitCalls(it.site(), had.id(), 1);
        it.change("{\"state\": \"paused\"}");
        var moved = desk.release(moved(had));
        desk.kill(moved, "Not true");
        var other = desk.release(Samples.article("p03-wire-dateline"));
        it.change("{\"state\": \"active\"}");
        awaitCalls(it.site(), other.id(), 1);
        awaitCalls(it.site(), had.id(), 2);
        assertThat(addresses(last(it.site(), had)))
                .contains(ofFirst(had))
                .contains(ofSecond(moved));

        it.post("replay", "{\"article\": \"%s\"}".formatted(had.id())).then().statusCode(202);
        awaitCalls(it.site(), had.id(), 3);
        assertThat(addresses(last(it.site(), had))).contains(ofFirst(had));
    }

    @Test
    void whoWantsArticlesIsNotToldWhatToDrop() {
        var reader = subscribing.subscribe();
        var cache = subscribing.cache();
        var article = release();
        awaitCalls(cache.site(), article.id(), 1);
        awaitCalls(reader.site(), article.id(), 1);
        assertThat(reader.site().calls(article.id()).getFirst().type())
                .isEqualTo("article.published");
    }
}
