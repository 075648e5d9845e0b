package galley.endtoend;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A publication's posts, one for each pattern: what was read from each is accepted, the article is
 * reviewed and goes out, is corrected, and is taken back.
 */
class EditorialStoryIT {
    private static final String HEADINGS = "section.part .body :is(h2, h3, h4)";

    private static Processes platform;
    private static Newsroom newsroom;
    private static FeedSite site;
    private static String source;

    @BeforeAll
    static void start() {
        platform = Processes.start();
        newsroom = new Newsroom(platform);
        site = platform.site(SampleFeed.text());
        source = newsroom.register(site);
        assertThat(newsroom.fetch(source)).isEqualTo(new Run(14, 14, 0, 0));
    }

    @AfterAll
    static void stop() {
        site.close();
        platform.close();
    }

    @Test
    void aReprintHasItsIntroductionItsDatelineAndTheEditorsMarks() {
        var post = post("Night ferry returns to the outer islands");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("reprint");
        assertThat(article.path("language").asText()).isEqualTo("en-GB");
        assertThat(parts(article, "type")).containsExactly("introduction", "reprint");
        var reprint = article.at("/parts/1");
        assertThat(reprint.path("headline").asText()).isEqualTo("The night ferry sails again");
        assertThat(reprint.path("excerpt").asBoolean()).isFalse();
        assertFields(
                reprint.path("dateline"),
                Map.of(
                        "text",
                        "AVEIRO, May 18 (Maré) —",
                        "place",
                        "AVEIRO",
                        "date",
                        "2026-05-18",
                        "agency",
                        "Maré"));
        assertFields(
                reprint.path("attribution"), Map.of("publisher", "Maré", "author", "Ana Lobo"));
        assertThat(reprint.path("body").asText())
                .startsWith("<p>The night ferry sails to the outer islands again")
                .contains("[about the price of a coffee]");
        assertThat(post.findings()).doesNotContain("missing-attribution", "missing-licence");

        var page = post.release();
        var shown = page.selectFirst("section.reprint");
        assertThat(page.selectFirst("section.introduction").text()).contains("which we reprint");
        assertThat(shown.selectFirst("h2").text()).isEqualTo("The night ferry sails again");
        assertThat(shown.selectFirst(".attribution").text())
                .isEqualTo("This article by Ana Lobo was first published by Maré.");
        assertThat(shown.selectFirst(".body p").text())
                .startsWith("AVEIRO, May 18 (Maré) — The night ferry sails");
        assertThat(shown.text())
                .contains("two crowns [about the price of a coffee].")
                .contains("[the joint assembly of the three smaller islands]")
                .doesNotContain("© The Tide Letter");
        assertThat(page.selectFirst("footer .rights").text()).isEqualTo("© The Tide Letter");
        assertThat(page.selectFirst("a.picture").attr("aria-label"))
                .isEqualTo("A white ferry at a pier at night");
        post.correctAndKill();
    }

    @Test
    void aRoundUpGivesEachReprintItsOwnHead() {
        var post = post("Three towns, three libraries: how small harbours read");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("round-up");
        assertThat(parts(article, "type"))
                .containsExactly("introduction", "reprint", "reprint", "reprint");
        assertThat(parts(article, "headline"))
                .containsExactly(
                        null,
                        "A reading room over the fish hall",
                        "The book boat stays the winter",
                        "A key for every reader");
        assertThat(parts(article, "attribution/publisher"))
                .containsExactly(null, "The Lantern", "Quayside Gazette", "The Lantern");
        assertThat(parts(article, "dateline/text"))
                .containsExactly(
                        null,
                        "OSTHAVEN, May 12 (Lantern) —",
                        "PORT ELLERY, May 14 (Quayside Gazette) —",
                        "SANDVIK, May 15 (Lantern) —");
        assertThat(parts(article, "dateline/date"))
                .containsExactly(null, "2026-05-12", "2026-05-14", "2026-05-15");
        assertThat(parts(article, "dateline/agency"))
                .containsExactly(null, "Lantern", "Quayside Gazette", "Lantern");

        var page = post.release();
        assertThat(page.select("section.reprint h2").eachText())
                .containsExactly(
                        "A reading room over the fish hall",
                        "The book boat stays the winter",
                        "A key for every reader");
        assertThat(page.select("section.reprint .attribution").eachText())
                .containsExactly(
                        "This article was first published by The Lantern.",
                        "This article was first published by Quayside Gazette.",
                        "This article was first published by The Lantern.");
        assertThat(page.select(".dateline").eachText()).hasSize(3);
        assertThat(page.select("section.reprint li").eachText()).hasSize(3);
        post.correctAndKill();
    }

    @Test
    void aRoundUpOfSeveralSitesLeadsToEachOfThem() {
        var post = post("What the gulls know: four short pieces");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("round-up");
        assertThat(parts(article, "attribution/publisher"))
                .containsExactly(
                        null, "Quayside Gazette", "Maré", "Sandvik Clerk’s Notes", "The Lantern");
        assertThat(parts(article, "attribution/url"))
                .containsExactly(
                        null,
                        "https://quayside.example/2026/gulls",
                        "https://mare.example/gaivotas",
                        "https://clerk.sandvik.example/34",
                        "https://lantern.example/gulls");
        assertThat(parts(article, "headline"))
                .containsExactly(
                        null,
                        "A gull takes the ferry",
                        "The postman’s companion",
                        "Note 34: on gulls",
                        "Counting them");
        var page = post.release();
        assertThat(page.select("section.reprint .attribution a[href^=https]").eachAttr("href"))
                .containsExactly(
                        "https://quayside.example/2026/gulls",
                        "https://mare.example/gaivotas",
                        "https://clerk.sandvik.example/34",
                        "https://lantern.example/gulls");
        assertThat(page.select("section.reprint").last().text())
                .contains("one pelican [it has since moved on].");
        post.correctAndKill();
    }

    @Test
    void aTranslationNamesEveryHandItWentThrough() {
        var post = post("The lighthouse keepers’ school");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("reprint");
        assertThat(article.path("language").asText()).isEqualTo("en-GB");
        assertThat(parts(article, "type")).containsExactly("introduction", "reprint");
        assertFields(
                article.at("/parts/1/attribution"),
                Map.of(
                        "publisher",
                        "O Farol",
                        "publishedOn",
                        "2026-05-02",
                        "language",
                        "pt",
                        "translator",
                        "Rui Teles",
                        "translationPublisher",
                        "Coast & Current"));
        assertThat(post.findings()).doesNotContain("missing-attribution", "mixed-language");

        var page = post.release();
        assertThat(page.selectFirst("section.reprint .attribution").text())
                .isEqualTo(
                        "This article was first published by O Farol on 2 May 2026 in Portuguese."
                            + " It was translated by Rui Teles and published by Coast & Current.");
        assertThat(page.selectFirst("section.reprint q").attr("lang")).isEqualTo("pt");
        post.correctAndKill();
    }

    @Test
    void aTeaserIsMadeWholeAndStopsOnListPagesWhereTheEditorChose() {
        var post = post("What the new timetable means for the river towns");
        var article = post.acceptAll();
        assertThat(article.at("/parts/0/excerpt").asBoolean()).isTrue();
        assertThat(article.at("/teaserBreak/part").asText()).isEqualTo("p1");
        assertThat(article.at("/teaserBreak/block").asInt()).isEqualTo(1);
        assertThat(post.findings()).contains("partial-text", "leftover-teaser");
        var desk = "ferries";
        setChecks(desk, Map.of("partial-text", "block", "leftover-teaser", "block"));
        post.decide(newsroom.editor, "assign", Map.of("desk", desk));
        post.decide(newsroom.writer, "submit", Map.of());
        post.decide(newsroom.editor, "approve", Map.of());
        assertThat(post.blocked()).containsExactlyInAnyOrder("partial-text", "leftover-teaser");

        // The writer has more of it on paper, but not all.
        var first = "<p>From June the boats will leave every forty minutes.</p>";
        var rest = "<p>For the bakers of Unterfeld the night gets shorter.</p>";
        post.edit(Map.of("parts", List.of(withBody(article.at("/parts/0"), first + rest))));
        post.decide(newsroom.editor, "approve", Map.of());
        assertThat(post.blocked()).containsExactly("partial-text");
        post.decide(newsroom.publisher, "release", Map.of("override", List.of("partial-text")));

        var page = post.live(1);
        assertThat(page.selectFirst("section.reprint .attribution").text())
                .startsWith("This excerpt is from an article");
        assertThat(page.selectFirst("section.reprint .body").text())
                .isEqualTo(
                        "From June the boats will leave every forty minutes. For the bakers of"
                                + " Unterfeld the night gets shorter.");
        assertThat(post.published().path("teaserBreak")).isEqualTo(article.path("teaserBreak"));
        var listed = post.listed();
        assertThat(listed.selectFirst(".body").text())
                .isEqualTo("From June the boats will leave every forty minutes.");
        assertThat(listed.selectFirst(".continue").text())
                .isEqualTo("Continue reading What the new timetable means for the river towns");
        setChecks(desk, Map.of());
        post.correctAndKill();
    }

    @Test
    void anOwnReportHasTheSpeakersTextAndLeadsToItsSisterPiece() {
        var post = post("Gardens on the breakwater: remarks by Dr Ada Quist");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("report");
        assertThat(parts(article, "type")).containsExactly("introduction", "reprint");
        assertThat(article.at("/parts/1/attribution/author").asText()).isEqualTo("Dr Quist");
        var sister = "https://tide-letter.example/2026/05/breakwater-gardens-arden/";
        var page = post.release();
        assertThat(page.selectFirst("section.introduction a").attr("href")).isEqualTo(sister);
        assertThat(page.selectFirst("section.reprint .attribution").text())
                .isEqualTo("By Dr Quist.");
        assertThat(page.selectFirst("section.reprint .body").text()).startsWith("Friends, I am");
        post.correctAndKill();
    }

    @Test
    void theSisterPieceLeadsBack() {
        var post = post("Gardens on the breakwater: Tomas Arden’s presentation");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("report");
        assertThat(article.at("/parts/1/attribution/author").asText()).isEqualTo("Tomas Arden");
        var page = post.release();
        assertThat(page.selectFirst("section.introduction a").attr("href"))
                .isEqualTo("https://tide-letter.example/2026/05/breakwater-gardens-quist/");
        post.correctAndKill();
    }

    @Test
    void aVideoPostHasItsRecordingItsSpeakersAndTheirContributions() {
        var post = post("Video: an evening about tides and timetables");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("video");
        assertThat(parts(article, "type"))
                .containsExactly("introduction", "media", "original", "people", "original");
        assertFields(
                article.at("/parts/1"),
                Map.of("kind", "video", "url", "https://video.example/embed/tides?feature=oembed"));
        assertThat(Post.texts(article.at("/parts/3/people"), "name"))
                .containsExactly("Ada Quist", "Tomas Arden", "Mila Brandt");
        assertThat(Post.texts(article.at("/parts/3/people"), "role"))
                .containsExactly("botanist", "gardener", "reporter");
        assertThat(Post.texts(article.at("/parts/3/people"), "affiliation"))
                .containsExactly(
                        "University of Osthaven",
                        "Society of Harbour Gardeners",
                        "The Tide Letter");

        var page = post.release();
        var recording = page.select("figure.media a");
        assertThat(recording.eachText()).containsExactly("Watch the video");
        assertThat(recording.attr("href"))
                .isEqualTo("https://video.example/embed/tides?feature=oembed");
        assertThat(page.select(".people li").eachText())
                .containsExactly(
                        "Ada Quist, botanist, University of Osthaven",
                        "Tomas Arden, gardener, Society of Harbour Gardeners",
                        "Mila Brandt, reporter, The Tide Letter");
        assertThat(page.select("section.original ol a").eachAttr("href"))
                .containsExactly(
                        "https://video.example/watch/quist",
                        "https://video.example/watch/arden",
                        "https://video.example/watch/brandt");
        post.correctAndKill();
    }

    @Test
    void anInterviewSaysWhoAsksAndWhoAnswers() {
        var post = post("“A bridge is a slow ferry”: Jonas Field in conversation");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("interview");
        assertThat(parts(article, "type")).containsExactly("introduction", "reprint", "people");
        assertFields(
                article.at("/parts/1/attribution"),
                Map.of("publisher", "Quayside Gazette", "author", "Gerda Thal"));
        assertThat(Post.texts(article.at("/parts/2/people"), "name"))
                .containsExactly("Jonas Field");

        var page = post.release();
        assertThat(page.selectFirst("section.reprint .attribution").text())
                .isEqualTo("This article by Gerda Thal was first published by Quayside Gazette.");
        assertThat(page.select("section.reprint :is(.question, .answer)").eachText())
                .containsSubsequence(
                        "GT: You have built nine bridges, and you take the ferry to work. Why?",
                        "Jonas Field: A bridge is a slow ferry. It takes forty years to arrive.",
                        "GT:",
                        "And when it has arrived?",
                        "Jonas Field:",
                        "Then you have to paint it.",
                        "GT: Which of the nine do you like best?");
        post.correctAndKill();
    }

    @Test
    void anOfficialDocumentKeepsItsSectionsAndIsQuotedInItsIntroduction() {
        var post = post("The Harbour Charter of Sandvik");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("statement");
        assertThat(parts(article, "type")).hasSize(2).startsWith("introduction");
        assertThat(article.at("/parts/1/headline").asText())
                .isEqualTo("Harbour Charter of the Town of Sandvik");
        assertThat(post.findings()).doesNotContain("probable-duplicate");

        var page = post.release();
        assertThat(page.select("section.introduction blockquote").eachText())
                .hasSize(2)
                .allMatch(quoted -> document(page).contains(quoted));
        assertThat(page.select(HEADINGS).eachText())
                .containsExactly(
                        "I. The water",
                        "II. The quays",
                        "III. The boats",
                        "IV. The light",
                        "V. Amendments");
        assertThat(page.select("section.part td").eachText()).contains("Houseboat", "9 crowns");
        post.correctAndKill();
    }

    @Test
    void aVeryLongDocumentStaysWhole() {
        var post = post(SampleFeed.LONG_DOCUMENT);
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("statement");
        assertThat(parts(article, "type")).hasSize(2).startsWith("introduction");
        var page = post.release();
        assertThat(SampleFeed.words(page.text())).hasSizeGreaterThan(8_500);
        assertThat(page.select(HEADINGS)).hasSize(100);
        post.correctAndKill();
    }

    @Test
    void aClosingLineTellsWhoTheAuthorIs() {
        var post = post(SampleFeed.CLOSING_LINE);
        var article = post.acceptAll();
        assertThat(parts(article, "type"))
                .containsExactly("introduction", "reprint", "original", "people");
        assertFields(
                article.at("/parts/1/attribution"),
                Map.of("publisher", "The Lantern", "author", "Tom Reed"));
        assertFields(
                article.at("/parts/3/people/0"),
                Map.of("name", "Tom Reed", "role", "reporter", "affiliation", "The Lantern"));

        var page = post.release();
        assertThat(page.select(".byline, .attribution").text()).containsOnlyOnce("Tom Reed");
        assertThat(page.selectFirst("section.reprint .body p").text())
                .startsWith("OSTHAVEN, May 9 — The clock");
        assertThat(page.selectFirst("section.original").text())
                .isEqualTo("Tom Reed is a reporter at The Lantern.");
        post.correctAndKill();
    }

    @Test
    void aReprintMayHaveItsPostsHeadline() {
        var post = post("Osthaven opens its drawbridge museum");
        var article = post.acceptAll();
        assertThat(article.path("kind").asText()).isEqualTo("reprint");
        assertThat(article.at("/parts/1/headline").asText())
                .isEqualTo("Osthaven opens its drawbridge museum");
        assertThat(article.at("/parts/1/attribution/publisher").asText()).isEqualTo("The Lantern");
        assertThat(article.at("/parts/1/dateline/place").asText()).isEqualTo("OSTHAVEN");
        assertThat(post.findings()).doesNotContain("probable-duplicate");
        post.release();
        post.correctAndKill();
    }

    @Test
    void aSecondReportOfTheSameEventIsAnArticleOfItsOwnAndItsSourcesChangeWaits() {
        var post = post("Drawbridge museum opens in Osthaven after nine years");
        var article = post.acceptAll();
        assertThat(article.at("/parts/1/attribution/publisher").asText())
                .isEqualTo("Quayside Gazette");
        assertThat(post.findings()).doesNotContain("probable-duplicate");
        post.release();

        site.publish(SampleFeed.text().replace("and one of them sings", "and two of them sing"));
        assertThat(newsroom.fetch(source)).isEqualTo(new Run(14, 0, 1, 0));
        var waiting =
                await("the change waits")
                        .atMost(Duration.ofMinutes(1))
                        .until(post::sourceRevisions, revisions -> revisions.size() == 1);
        assertThat(waiting.at("/0/status").asText()).isEqualTo("pending");
        assertThat(post.published().toString()).contains("and one of them sings");
        assertThat(post.article().path("parts")).isEqualTo(article.path("parts"));

        var page = post.correctAsTheSourceDid(waiting.at("/0/itemRevision").asInt());
        assertThat(page.text()).contains("and two of them sing").doesNotContain("one of them");
        post.takeBack();
    }

    @Test
    void theSameTextFromTwoFeedsIsAProbableDuplicate() {
        var headline = "Tides have a clock now";
        try (var other = platform.site(SampleFeed.elsewhere(SampleFeed.CLOSING_LINE, headline))) {
            assertThat(newsroom.fetch(newsroom.register(other))).isEqualTo(new Run(1, 1, 0, 0));
        }
        assertThat(post(headline).findings()).contains("probable-duplicate");
    }

    private static Post post(String headline) {
        return new Post(platform, newsroom, headline);
    }

    private static String document(Document page) {
        return page.select("section.part").last().text();
    }

    private static List<String> parts(JsonNode article, String field) {
        return Post.texts(article.path("parts"), field);
    }

    private static JsonNode withBody(JsonNode part, String body) {
        return ((ObjectNode) part.deepCopy()).put("body", body);
    }

    /** A publisher says how severe a desk takes what checks find. */
    private static void setChecks(String desk, Map<String, String> severities) {
        var path = "/v1/desks/" + desk + "/checks";
        var etag = newsroom.publisher.get(path).header("ETag");
        var set = newsroom.publisher.put(path, severities, Map.of("If-Match", etag));
        assertThat(set.status()).as(set.text()).isEqualTo(200);
    }

    private static void assertFields(JsonNode node, Map<String, String> expected) {
        expected.forEach(
                (name, value) -> assertThat(node.path(name).asText()).as(name).isEqualTo(value));
    }
}
