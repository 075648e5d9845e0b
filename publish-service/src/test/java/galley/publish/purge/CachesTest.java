package galley.publish.purge;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.kit.media.MediaStore;
import galley.publish.Pictured;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.publish.frontpage.FrontDesk;
import galley.publish.subscription.Subscribing;

import static galley.publish.subscription.Subscribing.soon;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A cache that keeps answers until it is told otherwise gives nothing old for longer than that. */
@TestServers
class CachesTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    private final Subscribing subscribing = new Subscribing();
    private final MediaStore store = new MediaStore(Path.of("target/media"));
    private final String first = picture();
    private final String second = picture();

    @BeforeEach
    void begin() {
        desk.clear();
        frontDesk.section("coast", "Coast", "The coast");
        frontDesk.section("the-world", "World", "The world");
    }

    @AfterEach
    void close() {
        subscribing.close();
    }

    private String picture() {
        return store.put(("a picture " + UUID.randomUUID()).getBytes(UTF_8));
    }

    @Test
    void oneThatKnowsKeysIsNeverLeftWithWhatIsOld() {
        try (var cache = new Cache(Cache.Knowing.KEYS)) {
            followTheLifeOfAnArticle(
                    cache, List.of("/search?q=ferry", "/v1/articles?q=ferry", "/?cursor="));
        }
    }

    @Test
    void oneThatKnowsAddressesIsNotEither() {
        try (var cache = new Cache(Cache.Knowing.ADDRESSES)) {
            followTheLifeOfAnArticle(cache, List.of());
        }
    }

    private void followTheLifeOfAnArticle(Cache cache, List<String> more) {
        subscribing.cache(null, cache.url());
        var article = Samples.article("p01-reprint", json -> Pictured.with(json, first));
        var moved =
                Samples.next(
                        article,
                        json ->
                                Pictured.with(json, second)
                                        .put("slug", "moved-" + article.id())
                                        .put("headline", "Another headline")
                                        .put("language", "pt")
                                        .put("section", "World")
                                        .putArray("tags")
                                        .add("harbours"));
        var withheld = Samples.next(moved, _ -> {});
        var reinstated = Samples.next(withheld, _ -> {});
        var doors = Stream.concat(doors(article, moved), more.stream()).toList();

        var before = keep(cache, doors);
        desk.release(article);
        awaitTheNew(cache, doors, before);
        assertThat(cache.get("/articles/" + article.slug()).body()).contains("Night ferry");
        assertThat(cache.get("/media/" + first).status()).isEqualTo(200);

        before = keep(cache, doors);
        desk.release(moved);
        awaitTheNew(cache, doors, before);
        assertThat(cache.get("/articles/" + article.slug()).status()).isEqualTo(301);
        assertThat(cache.get("/articles/" + moved.slug()).body()).contains("Another headline");
        assertThat(cache.get("/media/" + first).status()).isEqualTo(404);
        assertThat(cache.get("/media/" + second).status()).isEqualTo(200);

        before = keep(cache, doors);
        desk.apply(new ArticleWithheld(withheld, DECISION));
        awaitTheNew(cache, doors, before);
        assertThat(cache.get("/articles/" + moved.slug()).status()).isEqualTo(404);

        before = keep(cache, doors);
        desk.apply(new ArticleReinstated(reinstated, DECISION));
        awaitTheNew(cache, doors, before);
        assertThat(cache.get("/media/" + second).status()).isEqualTo(200);

        before = keep(cache, doors);
        desk.kill(reinstated, "Not true");
        awaitTheNew(cache, doors, before);
        assertThat(doors)
                .allSatisfy(
                        door ->
                                assertThat(cache.get(door).body())
                                        .as(door)
                                        .doesNotContain("The night ferry sails", "a picture"));
    }

    /** What the cache has of each door. */
    private static List<Cache.Answer> keep(Cache cache, List<String> doors) {
        return doors.stream().map(cache::get).toList();
    }

    /** Waits until something changed, and then until nothing that changed is missing. */
    private static void awaitTheNew(Cache cache, List<String> doors, List<Cache.Answer> before) {
        soon().until(() -> !keep(cache, doors).equals(before));
        soon().untilAsserted(
                        () ->
                                assertThat(doors)
                                        .allSatisfy(
                                                door ->
                                                        assertThat(cache.get(door))
                                                                .as(door)
                                                                .isEqualTo(cache.fetch(door))));
    }

    private Stream<String> doors(Article first, Article second) {
        return Stream.of(
                        Stream.of(first, second).flatMap(CachesTest::ofSlug),
                        Stream.of(
                                "/v1/articles/" + first.id(),
                                "/v1/articles/" + first.id() + "?format=nitf",
                                "/v1/articles/" + first.id() + "/status",
                                "/",
                                "/v1/articles",
                                "/v1/front-page",
                                "/archive",
                                "/archive/2026",
                                "/archive/2026/05",
                                "/sitemap.xml",
                                "/sitemap-news.xml",
                                "/sitemaps/articles-2026-05.xml",
                                "/sources/Mar%C3%A9",
                                "/sources/The%20Tide%20Letter",
                                "/sections/coast",
                                "/sections/the-world",
                                "/v1/sections/coast",
                                "/v1/sections/the-world",
                                "/tags/islands",
                                "/tags/harbours",
                                "/authors/Ana%20Lobo",
                                "/authors/The%20editors"),
                        Stream.of(
                                        "/feeds",
                                        "/feeds/sections/coast",
                                        "/feeds/sections/the-world",
                                        "/feeds/tags/ferries",
                                        "/feeds/tags/harbours",
                                        "/feeds/authors/The%20editors",
                                        "/feeds/languages/en",
                                        "/feeds/languages/en-GB",
                                        "/feeds/languages/pt")
                                .flatMap(
                                        list ->
                                                Stream.of("rss.xml", "atom.xml", "feed.json")
                                                        .map(file -> list + "/" + file)),
                        Stream.of(this.first, this.second)
                                .flatMap(
                                        hash ->
                                                Stream.of(
                                                        "/media/" + hash,
                                                        "/media/" + hash + "/w/320",
                                                        "/media/" + hash + "/w/1920")))
                .flatMap(it -> it);
    }

    private static Stream<String> ofSlug(Article it) {
        return Stream.of(
                "/articles/" + it.slug(),
                "/v1/articles/" + it.slug(),
                "/v1/articles/" + it.slug() + "?format=ninjs",
                "/v1/articles/" + it.slug() + "?format=html",
                "/v1/articles/" + it.slug() + "?format=text");
    }
}
