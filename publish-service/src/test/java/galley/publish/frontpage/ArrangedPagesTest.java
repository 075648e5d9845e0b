package galley.publish.frontpage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.events.Pin;
import galley.events.Section;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Readers get pages as editorial arranged them, made of what is live now. */
@TestServers
class ArrangedPagesTest {
    private static final Section COAST =
            new Section("Coast", "Along the coast", "Harbours and tides", 2, "en-GB", true);

    private static final String SECTIONS = "nav.sections li:not(.tool) a";

    @Inject Desk desk;
    @Inject FrontDesk frontDesk;

    private Article oldest;
    private Article middle;
    private Article newest;

    @BeforeEach
    void release() {
        desk.clear();
        oldest = release(1, "Coast");
        middle = release(2, "World");
        newest = release(3, "Coast");
    }

    @AfterEach
    void clear() {
        desk.clear();
    }

    @Test
    void withoutAnArrangementTheNewestStandFirst() {
        assertThat(front()).containsExactly(newest.id(), middle.id(), oldest.id());
        RestAssured.get("/v1/front-page").then().body("next", equalTo(null));
        RestAssured.get("/v1/sections").then().statusCode(200).body("items.size()", equalTo(0));
        assertThat(page("/").select(SECTIONS)).isEmpty();
    }

    @Test
    void anOrderGoesFirstAndPinsKeepTheirPlaces() {
        frontDesk.arrange(1, 30, List.of(new Pin(newest.id(), 2, null)), List.of(oldest.id()));
        assertThat(front()).containsExactly(oldest.id(), newest.id(), middle.id());
        assertThat(headlines("/"))
                .containsExactly(oldest.headline(), newest.headline(), middle.headline());
    }

    @Test
    void itemsLookLikeThoseOfTheListOfArticles() {
        var list = RestAssured.get("/v1/articles").then().extract().asString();
        assertThat(RestAssured.get("/v1/front-page").then().extract().asString()).isEqualTo(list);
    }

    @Test
    void anOlderRevisionUndoesNothing() {
        frontDesk.arrange(5, 30, List.of(), List.of(oldest.id()));
        frontDesk.arrange(4, 30, List.of(), List.of(middle.id()));
        frontDesk.arrange(5, 30, List.of(), List.of(middle.id()));
        assertThat(front()).startsWith(oldest.id());
        frontDesk.arrange(6, 30, List.of(), List.of(middle.id()));
        assertThat(front()).startsWith(middle.id());
    }

    @Test
    void aPinEndsByItself() {
        frontDesk.arrange(
                1, 30, List.of(new Pin(oldest.id(), 1, Instant.now().plusSeconds(5))), List.of());
        var pinned = RestAssured.get("/v1/front-page").then().extract();
        assertThat(pinned.jsonPath().getUUID("items[0].id")).isEqualTo(oldest.id());
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(front())
                                        .containsExactly(newest.id(), middle.id(), oldest.id()));
        RestAssured.given()
                .header("If-None-Match", pinned.header("ETag"))
                .get("/v1/front-page")
                .then()
                .statusCode(200);
    }

    @Test
    void whatHasNotChangedNeedsNotBeSentAgain() {
        frontDesk.arrange(1, 30, List.of(), List.of(middle.id()));
        frontDesk.set("coast", 1, COAST);
        for (var path : List.of("/v1/front-page", "/v1/sections", "/v1/sections/coast")) {
            var tag = RestAssured.get(path).then().statusCode(200).extract().header("ETag");
            RestAssured.given().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
    }

    @Test
    void whatIsNotLiveDoesNotAppear() {
        var tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        var embargoed =
                desk.release(
                        Samples.article(
                                "p05-teaser", json -> json.put("embargoedUntil", tomorrow)));
        frontDesk.arrange(
                1,
                30,
                List.of(new Pin(embargoed.id(), 1, null), new Pin(middle.id(), 2, null)),
                List.of(UUID.randomUUID(), newest.id()));
        assertThat(front()).containsExactly(newest.id(), middle.id(), oldest.id());

        desk.kill(newest, "Withdrawn");
        assertThat(front()).containsExactly(oldest.id(), middle.id());
        withhold(middle);
        assertThat(front()).containsExactly(oldest.id());
    }

    @Test
    void anArticleThatIsPinnedBeforeItIsReleasedAppearsOnceItIsLive() {
        var coming = Samples.article("p05-teaser");
        frontDesk.arrange(1, 30, List.of(new Pin(coming.id(), 1, null)), List.of());
        assertThat(front()).hasSize(3);
        desk.release(coming);
        assertThat(front()).hasSize(4).startsWith(coming.id());
    }

    @Test
    void whatTheFrontPageHasNoRoomForFollowsOnFurtherPages() {
        for (int day = 4; day < 28; day++) {
            release(day, "Coast");
        }
        frontDesk.arrange(
                1, 2, List.of(new Pin(middle.id(), 2, null)), List.of(oldest.id(), newest.id()));
        List<String> seen = new ArrayList<>();
        var path = "/";
        int pages = 0;
        while (path != null) {
            var page = page(path);
            seen.addAll(page.select("article.listed h2").eachText());
            var older = page.selectFirst("a[rel=next]");
            path = older == null ? null : older.attr("href");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen.subList(0, 2)).containsExactly(oldest.headline(), middle.headline());
        assertThat(seen.stream().distinct()).hasSize(27);
    }

    @Test
    void nothingFollowsAPageThatHasEverything() {
        frontDesk.arrange(1, 3, List.of(new Pin(oldest.id(), 1, null)), List.of());
        assertThat(page("/").select("a[rel=next]")).isEmpty();
    }

    @Test
    void aSectionHasItsOwnPage() {
        frontDesk.set("coast", 1, COAST, oldest.id());
        var answer = RestAssured.get("/v1/sections/coast").then().statusCode(200).extract();
        assertThat(answer.jsonPath().getList("items.id"))
                .containsExactly(oldest.id().toString(), newest.id().toString());
        assertThat(answer.jsonPath().getString("key")).isEqualTo("coast");
        assertThat(answer.jsonPath().getString("name")).isEqualTo("Coast");
        assertThat(answer.jsonPath().getString("url"))
                .isEqualTo("https://harbour-letter.example/sections/coast");

        var page = page("/sections/coast");
        assertThat(page.selectFirst("h1").text()).isEqualTo("Along the coast");
        assertThat(page.selectFirst("h1").parent().attr("lang")).isEqualTo("en-GB");
        assertThat(page.title()).isEqualTo("Along the coast · The Harbour Letter");
        assertThat(page.selectFirst("nav.sections [aria-current=page]").text())
                .isEqualTo("Along the coast");
        assertThat(page.select("article.listed h2").eachText())
                .containsExactly(oldest.headline(), newest.headline());
    }

    @Test
    void aSectionsOlderArticlesFollowOnItsFurtherPages() {
        for (int day = 4; day < 28; day++) {
            release(day, day % 2 == 0 ? "Coast" : "World");
        }
        frontDesk.set("coast", 1, COAST);
        var first = page("/sections/coast");
        assertThat(first.select("article.listed")).hasSize(14);
        assertThat(first.select("a[rel=next]")).isEmpty();

        for (int i = 0; i < 20; i++) {
            release(28, "Coast");
        }
        var older = page("/sections/coast").selectFirst("a[rel=next]").attr("href");
        assertThat(older).startsWith("/sections/coast?cursor=");
        assertThat(page(older).select("article.listed")).hasSize(4);
        assertThat(page(older).select("article.listed .section").eachText())
                .containsOnly("Along the coast");
    }

    @Test
    void theNavigationLeadsToTheSectionsInTheirOrder() {
        frontDesk.set("coast", 1, COAST);
        frontDesk.set("world", 1, new Section("World", "The world", null, 1, null, true));
        frontDesk.set("secret", 1, new Section("Secret", "Secret", null, 0, null, false));
        RestAssured.get("/v1/sections")
                .then()
                .statusCode(200)
                .body("items.key", equalTo(List.of("world", "coast")));
        var links = page("/").select(SECTIONS);
        assertThat(links.eachText()).containsExactly("The world", "Along the coast");
        assertThat(links.eachAttr("href")).containsExactly("/sections/world", "/sections/coast");
    }

    @Test
    void aSectionThatIsNotForReadersIsNoneForThem() {
        frontDesk.set("secret", 1, new Section("Secret", "Secret", null, 0, null, false));
        frontDesk.set("gone", 1, new Section("Gone", "Gone", null, 0, null, true));
        frontDesk.delete("gone", 2);
        frontDesk.set("gone", 1, new Section("Gone", "Gone", null, 0, null, true));
        for (var key : List.of("secret", "gone", "never")) {
            RestAssured.get("/v1/sections/" + key)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            RestAssured.get("/sections/" + key).then().statusCode(404);
        }
        assertThat(page("/").select(SECTIONS)).isEmpty();
    }

    @Test
    void aDeletedSectionMayComeBack() {
        frontDesk.set("coast", 1, COAST);
        frontDesk.delete("coast", 2);
        frontDesk.set("coast", 3, COAST);
        RestAssured.get("/v1/sections/coast").then().statusCode(200);
    }

    private Article release(int day, String section) {
        var time = "2026-04-%02dT10:00:00Z".formatted(day);
        return desk.release(
                Samples.article(
                        "p05-teaser",
                        json ->
                                json.put("headline", "Day " + day)
                                        .put("section", section)
                                        .put("publishedAt", time)
                                        .put("updatedAt", time)));
    }

    private void withhold(Article article) {
        var withheld =
                Samples.changed(
                        article,
                        json ->
                                json.put("revision", article.revision() + 1)
                                        .put("publication", "withheld"));
        desk.apply(
                new ArticleWithheld(
                        withheld, new Decision(Instant.now(), "staff:" + Samples.id(), null)));
    }

    private static List<UUID> front() {
        List<String> ids =
                RestAssured.get("/v1/front-page")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items.id");
        return ids.stream().map(UUID::fromString).toList();
    }

    private static List<String> headlines(String path) {
        return page(path).select("article.listed h2").eachText();
    }

    private static Document page(String path) {
        return Jsoup.parse(RestAssured.get(path).then().statusCode(200).extract().asString());
    }
}
