package galley.publish.page;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.page.ArticlePages.get;
import static galley.publish.page.ArticlePages.page;
import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(
                        page.select(
                                "script:not([type=application/ld+json]), iframe, object, embed,"
                                        + " form, video, audio, [style], base"))
                .isEmpty();
        for (var element : page.select("[src], [srcset], link[rel=stylesheet], link[rel=icon]")) {
            assertThat(element.attr("src") + element.attr("href")).startsWith("/");
            assertThat(element.attr("srcset")).doesNotContain("//");
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
    void aReprintSaysInTheHouseStyleWhoPublishedItFirst() {
        var page = page(desk.release(Samples.article("p01-reprint")));
        var reprint = page.selectFirst("section.reprint");
        assertThat(reprint.selectFirst("h2").text()).isEqualTo("The boat that sails at dusk");
        assertThat(reprint.selectFirst(".attribution").wholeText())
                .isEqualTo("This article by Ana Lobo was first published by Maré on 18 May 2026.");
        assertThat(reprint.select(".attribution a").eachAttr("href"))
                .containsExactly("/authors/Ana%20Lobo", "https://mare.example/boat");
        assertThat(reprint.selectFirst(".rights").text())
                .isEqualTo("© 2026 Maré Free to reprint with a link");
        assertThat(page.selectFirst("section.introduction em").text()).isEqualTo("Maré");
    }

    @Test
    void aTextOfWhichOnlyTheAuthorIsKnownHasAByline() {
        var speech =
                Samples.article(
                        "p01-reprint",
                        json ->
                                ((ObjectNode) json.at("/parts/1"))
                                        .putObject("attribution")
                                        .put("author", "Dr Quist"));
        assertThat(page(desk.release(speech)).selectFirst("section.reprint .attribution").text())
                .isEqualTo("By Dr Quist.");
    }

    @Test
    void eachReprintOfARoundUpHasItsOwnHead() {
        var page = page(desk.release(Samples.article("p02-round-up")));
        assertThat(page.select("section.reprint h2").eachText()).hasSize(3);
        assertThat(page.select("section.reprint .attribution").eachText())
                .containsExactly(
                        "This article was first published by The Lantern on 11 May 2026.",
                        "This excerpt is from an article that was first published by Quay News on"
                                + " 12 May 2026.",
                        "This article was first published by Quay News.");
        assertThat(page.select(".dateline").eachText())
                .containsExactly("BRACKWATER, May 11 —", "OLDPORT, May 12 —");
    }

    @Test
    void oneLineNamesAllPublishersOfARoundUp() {
        var page = page(desk.release(Samples.article("p02-round-up")));
        var line = page.selectFirst("article > header .publishers");
        assertThat(line.wholeText()).isEqualTo("With texts from The Lantern and Quay News");
        assertThat(line.select("a").eachAttr("href"))
                .containsExactly("/sources/The%20Lantern", "/sources/Quay%20News");
        assertThat(page(desk.release(Samples.article("p01-reprint"))).select(".publishers"))
                .isEmpty();
    }

    @Test
    void aRoundUpBeginsWithWhatIsInIt() {
        var page = page(desk.release(Samples.article("p02-round-up")));
        assertThat(page.select(".contents a").eachText())
                .isEqualTo(page.select("section.reprint > h2").eachText());
        assertThat(page.select(".contents a").eachAttr("href"))
                .containsExactly("#p2", "#p3", "#p4");
    }

    @Test
    void aLongDocumentHasATableOfContents() {
        var page = page(desk.release(Samples.article("p09-statement")));
        var links = page.select("nav.contents a");
        assertThat(links).hasSize(41);
        for (var link : links) {
            assertThat(page.select(link.attr("href")).text()).startsWith(link.text());
        }
        assertThat(links.get(1).attr("href")).isEqualTo("#p2-article-1");
        assertThat(page.select(".scroll[tabindex=0] > table")).hasSize(1);
        assertThat(page(desk.release(Samples.article("p01-reprint"))).select(".contents"))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void noHeadingSkipsALevel(String name) {
        var page = page(desk.release(Samples.article(name)));
        int before = 0;
        for (var heading : page.select("main :is(h1, h2, h3, h4, h5, h6)")) {
            int level = heading.normalName().charAt(1) - '0';
            assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
            before = level;
        }
    }

    @Test
    void questionsAndAnswersAreToldApart() {
        var page = page(desk.release(Samples.article("p08-interview")));
        assertThat(page.select(".question").eachText())
                .containsExactly("QN: When did you begin?", "QN: And the second umbrella?");
        assertThat(page.select(".answer").eachText())
                .containsExactly(
                        "Ida Brand:", "With the first rain.", "Ida Brand: It is for the reader.");
        assertThat(page.select(".speaker").eachText())
                .containsExactly("QN:", "Ida Brand:", "QN:", "Ida Brand");
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
                        "This article by Rui Sá was first published by Jornal da Barra on 30 April"
                                + " 2026 in Portuguese. It was translated by Ida Brand and"
                                + " published by The Tide Letter.");
        assertThat(line.select("a").eachAttr("href"))
                .containsExactly(
                        "/authors/Rui%20S%C3%A1",
                        "https://barra.example/rosas", "https://tide-letter.example/roses");
    }

    @Test
    void aVideoIsALinkAndSpeakersAreAList() {
        var page = page(desk.release(Samples.article("p07-video")));
        var video = page.selectFirst("figure.media");
        assertThat(video.selectFirst("a").text()).isEqualTo("Watch the video at Video Example");
        assertThat(video.selectFirst("a").attr("href"))
                .isEqualTo("https://video.example/watch?v=tides&t=1");
        assertThat(video.selectFirst(".promise").text())
                .isEqualTo(
                        "Opens at video.example. Nothing is loaded from there until you follow the"
                                + " link.");
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
    void wordsOfTheEditorsInAForeignTextStayTheirs() {
        var page = page(desk.release(Samples.article("p12-editors-mark")));
        assertThat(page.select(".editors").eachText())
                .containsExactly("[a grouping of mostly small harbours]");
        assertThat(page.selectFirst(".editors").attr("title")).isEqualTo("Added by an editor");
    }

    @Test
    void wordsOfTheSiteAreMarkedInAnArticleOfAnotherLanguage() {
        var page =
                page(
                        desk.release(
                                Samples.article(
                                        "p01-reprint", json -> json.put("language", "pt"))));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.selectFirst("main > article").attr("lang")).isEqualTo("pt");
        assertThat(page.select("main .attribution, main .dates").eachAttr("lang"))
                .containsExactly("en-GB", "en-GB");
    }

    @Test
    void whatAnArticleIsAboutLeadsOn() {
        var page = page(desk.release(Samples.article("p01-reprint")));
        assertThat(page.select(".tags a").eachAttr("href"))
                .containsExactly("/tags/ferries", "/tags/islands");
        assertThat(page.select(".byline a").eachAttr("href"))
                .containsExactly("/authors/The%20editors");
        assertThat(page.select(".more a").eachAttr("href")).containsExactly("/sources/Mar%C3%A9");
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
        assertThat(page.selectFirst(".dates").text())
                .isEqualTo("20 May 2026 Updated 22 May 2026, 09:00 UTC");
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
}
