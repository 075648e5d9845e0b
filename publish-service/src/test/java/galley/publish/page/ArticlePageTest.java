package galley.publish.page;

import java.util.List;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

@TestServers
class ArticlePageTest {
    static final List<String> NAMES = Samples.ALL;

    @Inject Desk desk;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyBlockOfTextIsOnThePageInOrder(String name) {
        var article = desk.release(Samples.article(name));
        var page = SourceText.plain(get(article).asString());
        int at = 0;
        for (String block : SourceText.blocks(article)) {
            int found = page.indexOf(block, at);
            assertThat(found).as(block).isNotNegative();
            at = found + block.length();
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aPageLoadsNothingFromElsewhereAndRunsNothing(String name) {
        var page = page(desk.release(Samples.article(name)));
        assertThat(page.select("script, iframe, object, embed, form, [style], base")).isEmpty();
        for (var element : page.select("[src], link[rel=stylesheet], link[rel=icon]")) {
            assertThat(element.attr("src") + element.attr("href")).startsWith("/");
        }
        assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"))
                .noneMatch(attribute -> attribute.getValue().contains("javascript:"));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aPageIsWellBuilt(String name) {
        var article = desk.release(Samples.article(name));
        var page = page(article);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("h1").text()).isEqualTo(article.headline());
        assertThat(page.title()).isEqualTo(article.headline() + " · The Harbour Letter");
        assertThat(page.select("main > article")).hasSize(1);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.selectFirst("main > article").attr("lang")).isEqualTo(article.language());
        assertThat(page.selectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://harbour-letter.example/articles/" + article.slug());
        assertThat(page.select("link[rel=alternate]")).hasSize(3);
        // what a validator would say about ids
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aReprintSaysWhoPublishedItFirst() {
        var page = page(desk.release(Samples.article("p01-reprint")));
        var reprint = page.selectFirst("section.reprint");
        assertThat(reprint.selectFirst("h2").text()).isEqualTo("The boat that sails at dusk");
        assertThat(reprint.selectFirst(".author").text()).isEqualTo("By Ana Lobo");
        assertThat(reprint.selectFirst(".attribution").text())
                .isEqualTo("First published by Maré on 18 May 2026.");
        assertThat(reprint.selectFirst(".attribution a").attr("href"))
                .isEqualTo("https://mare.example/boat");
        assertThat(reprint.selectFirst(".rights").text())
                .isEqualTo("© 2026 Maré Free to reprint with a link");
        assertThat(page.selectFirst("section.introduction em").text()).isEqualTo("Maré");
    }

    @Test
    void eachReprintOfARoundUpHasItsOwnHead() {
        var page = page(desk.release(Samples.article("p02-round-up")));
        assertThat(page.select("section.reprint h2").eachText()).hasSize(3);
        assertThat(page.select("section.reprint .attribution").eachText())
                .containsExactly(
                        "First published by The Lantern on 11 May 2026.",
                        "Excerpt. First published by Quay News on 12 May 2026.",
                        "First published by Quay News.");
        assertThat(page.select(".dateline").eachText())
                .containsExactly("BRACKWATER, May 11 —", "OLDPORT, May 12 —");
    }

    @Test
    void aDatelineStandsInTheFirstLineAsItIs() {
        var page = page(desk.release(Samples.article("p03-wire-dateline")));
        assertThat(page.selectFirst("section.reprint .body p").text())
                .startsWith("CAPE DORN, May 20 (Littoral) — The lamp of the lighthouse");
    }

    @Test
    void aTranslationNamesEveryHandItWentThrough() {
        var page = page(desk.release(Samples.article("p04-translation-chain")));
        var line = page.selectFirst("section.reprint .attribution");
        assertThat(line.text())
                .isEqualTo(
                        "First published by Jornal da Barra on 30 April 2026 in Portuguese."
                                + " Translated by Ida Brand; translation published by The Tide"
                                + " Letter.");
        assertThat(line.select("a").eachAttr("href"))
                .containsExactly(
                        "https://barra.example/rosas", "https://tide-letter.example/roses");
    }

    @Test
    void aVideoIsALinkAndSpeakersAreAList() {
        var page = page(desk.release(Samples.article("p07-video")));
        var video = page.selectFirst("figure.media");
        assertThat(video.selectFirst("a").text()).isEqualTo("Watch the video at Video Example");
        assertThat(video.selectFirst("a").attr("href"))
                .isEqualTo("https://video.example/watch?v=tides&t=1");
        assertThat(video.selectFirst("figcaption").text())
                .isEqualTo("Recorded in the boathouse Film: Lena Ott");
        assertThat(page.select(".people li").eachText())
                .containsExactly(
                        "Mara Quint, Chair, Society of Tide Watchers", "Jon Vale, Harbour Office");
        assertThat(page.selectFirst(".people a").attr("href"))
                .isEqualTo("https://tides.example/quint");
    }

    @Test
    void aPictureFromElsewhereIsALinkThatSaysWhatItIs() {
        var page = page(desk.release(Samples.article("p12-editors-mark")));
        assertThat(page.selectFirst("a.picture").attr("aria-label")).isEqualTo("The bell");
        assertThat(page.selectFirst("a.embed").attr("href"))
                .isEqualTo("https://video.example/embed/bell");
        assertThat(page.selectFirst(".body").text())
                .contains("The League [a grouping of mostly small harbours] voted on Monday.");
    }

    @Test
    void aCorrectionIsOnThePage() {
        var first = Samples.article("p01-reprint");
        var page =
                page(
                        desk.release(
                                Samples.next(
                                        first,
                                        json ->
                                                json.put("updatedAt", "2026-05-22T09:00:00Z")
                                                        .putArray("corrections")
                                                        .addObject()
                                                        .put("version", 2)
                                                        .put("at", "2026-05-22T09:00:00Z")
                                                        .put("note", "The price was wrong."))));
        assertThat(page.selectFirst(".corrections").text())
                .isEqualTo("Corrections 22 May 2026 The price was wrong.");
        assertThat(page.selectFirst(".dates").text()).isEqualTo("20 May 2026 Updated 22 May 2026");
    }

    @Test
    void withoutAHeadlineThePageIsCalledByItsFirstWords() {
        var page =
                page(desk.release(Samples.article("p05-teaser", json -> json.put("headline", ""))));
        assertThat(page.title())
                .isEqualTo("There are four hundred and twelve benches. · The Harbour Letter");
    }

    @Test
    void whatLooksLikeMarkupInATextIsText() {
        var page =
                page(
                        desk.release(
                                Samples.article(
                                        "p01-reprint",
                                        json -> json.put("headline", "<b>Bold</b> & \"more\""))));
        assertThat(page.selectFirst("h1").text()).isEqualTo("<b>Bold</b> & \"more\"");
        assertThat(page.select("h1 b")).isEmpty();
    }

    @Test
    void thePolicyLetsNothingForeignIn() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.release(article);
        for (var path :
                List.of("/", "/articles/" + article.slug(), "/articles/there-is-no-such-article")) {
            var policy = RestAssured.get(path).header("Content-Security-Policy");
            assertThat(policy)
                    .as(path)
                    .startsWith("default-src 'none';")
                    .contains("img-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "http", "script-src");
            assertThat(RestAssured.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Test
    void aKilledArticleLeavesItsNotice() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Withdrawn: <the> ferry office took it back");
        var answer = get(article);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        var page = Jsoup.parse(answer.asString());
        assertThat(page.selectFirst(".reason").text())
                .isEqualTo("Withdrawn: <the> ferry office took it back");
        assertThat(page.selectFirst("h1").text()).isEqualTo(article.headline());
        assertThat(page.text()).doesNotContain("The night ferry sails");
    }

    @Test
    void aFormerAddressLeadsToThePresentOne() {
        var first = desk.release(Samples.article("p01-reprint"));
        var slug = "moved-" + first.id();
        desk.release(Samples.next(first, json -> json.put("slug", slug)));
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/articles/" + first.slug())
                .then()
                .statusCode(301)
                .header("Location", endsWith("/articles/" + slug))
                .header("Cache-Control", "public, no-cache");
    }

    private static Document page(Article article) {
        return Jsoup.parse(get(article).then().statusCode(200).extract().asString());
    }

    private static Response get(Article article) {
        return RestAssured.get("/articles/" + article.slug());
    }
}
