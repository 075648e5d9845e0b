package galley.publish.rebuild;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Arrangement;
import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.events.PageArranged;
import galley.events.Section;
import galley.events.Topics;
import galley.publish.Editorial;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static galley.publish.rebuild.Rebuilding.PATIENCE;
import static galley.publish.rebuild.Rebuilding.admin;
import static galley.publish.rebuild.Rebuilding.awaitAnnounced;
import static galley.publish.rebuild.Rebuilding.awaitFinished;
import static galley.publish.rebuild.Rebuilding.latest;
import static galley.publish.rebuild.Rebuilding.live;
import static galley.publish.rebuild.Rebuilding.rebuild;
import static galley.publish.rebuild.Rebuilding.revision;
import static galley.publish.rebuild.Rebuilding.start;
import static galley.publish.rebuild.Rebuilding.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is live can be dropped and made anew from the log, and readers never notice. */
@TestServers
class RebuildTest {
    private static final String NOW = "2026-05-20T12:00:00Z";

    @Inject Desk desk;
    @Inject Rebuilding rebuilding;

    private final Editorial editorial = new Editorial();

    @BeforeEach
    void clear() {
        desk.clear();
    }

    @AfterEach
    void close() {
        admin().post("/v1/rebuild/cancel");
        editorial.close();
    }

    @Test
    void whatTheEditionHasLostComesBackWithAllItsAddressesAndIsAnnounced() {
        var first = live(editorial, Samples.article("p01-reprint"));
        var second =
                live(editorial, Samples.next(first, json -> json.put("slug", "new-" + first.id())));
        awaitAnnounced(second, "1", "2");
        rebuilding.lose(first.id());
        assertThat(status(first.id())).isEqualTo(404);

        var finished = rebuild();
        assertThat(finished.getLong("counts.missed")).isPositive();
        assertThat(finished.getLong("counts.announced")).isPositive();
        assertThat(finished.getLong("position.left")).isZero();
        assertThat(status(first.id())).isEqualTo(200);
        RestAssured.given()
                .redirects()
                .follow(false)
                .get("/articles/" + first.slug())
                .then()
                .statusCode(301);
        awaitAnnounced(second, "1", "2", "2");
    }

    @Test
    void whatIsRightStaysAsItIsAndIsNotAnnouncedAgain() {
        var right = live(editorial, Samples.article("p01-reprint"));
        awaitAnnounced(right, "1");
        var before = desk.row(right.id());
        var changed =
                rebuilding.text(
                        "select changed_at from edition_article where id = '%s'"
                                .formatted(right.id()));
        rebuild();
        assertThat(desk.row(right.id())).isEqualTo(before);
        assertThat(
                        rebuilding.text(
                                "select changed_at from edition_article where id = '%s'"
                                        .formatted(right.id())))
                .isEqualTo(changed);
        // what was announced by the switch would stand before what comes now
        var next = live(editorial, Samples.next(right, _ -> {}));
        awaitAnnounced(next, "1", "2");
    }

    @Test
    void aTextThatIsWrongIsPutRightAndAnnounced() {
        var article = live(editorial, Samples.article("p03-wire-dateline"));
        awaitAnnounced(article, "1");
        rebuilding.sql(
                ("update edition_article set headline = 'Wrong', article = jsonb_set(article,"
                                + " '{headline}', '\"Wrong\"') where id = '%s'")
                        .formatted(article.id()));
        assertThat(feed()).contains("Wrong");
        var finished = rebuild();
        assertThat(finished.getLong("counts.changed")).isPositive();
        assertThat(headline(article.id())).isEqualTo(article.headline());
        assertThat(feed()).contains(article.headline()).doesNotContain("Wrong");
        awaitAnnounced(article, "1", "1");
    }

    @Test
    void aColumnThatNoReaderSeesIsRenewedWithoutAWord() {
        var article =
                live(
                        editorial,
                        Samples.article("p03-wire-dateline", json -> json.put("section", "Sea")));
        awaitAnnounced(article, "1");
        rebuilding.sql(
                "update edition_article set section = 'Land' where id = '%s'"
                        .formatted(article.id()));
        var finished = rebuild();
        assertThat(finished.getLong("counts.renewed")).isPositive();
        assertThat(listed("/v1/articles?section=Sea")).contains(article.id().toString());
        awaitAnnounced(live(editorial, Samples.next(article, _ -> {})), "1", "2");
    }

    @Test
    void whatWasKilledNeverComesBack() {
        var inTheLog = live(editorial, Samples.article("p01-reprint"));
        var apart = live(editorial, Samples.article("p02-round-up"));
        editorial.says(Samples.killed(inTheLog, "Withdrawn"));
        // as long as the log does not have it yet
        editorial.says(Topics.KILL, Samples.killed(apart, "Withdrawn too"));
        await().atMost(PATIENCE).until(() -> status(inTheLog.id()) == 410);
        await().atMost(PATIENCE).until(() -> status(apart.id()) == 410);
        rebuilding.lose(inTheLog.id());

        rebuild();
        for (var article : List.of(inTheLog, apart)) {
            assertThat(status(article.id())).isEqualTo(410);
            assertThat(
                            rebuilding.text(
                                    "select article from edition_article where id = '%s'"
                                            .formatted(article.id())))
                    .isNull();
        }
        try (var published = new PublicTopic()) {
            await().atMost(PATIENCE)
                    .until(() -> "canceled".equals(lastStatus(published, inTheLog)));
        }
    }

    @Test
    void aKillThatTheEditionMissedIsMadeGood() {
        var article = live(editorial, Samples.article("p01-reprint"));
        awaitAnnounced(article, "1");
        var before =
                rebuilding.text(
                        "select to_jsonb(e) from edition_article e where id = '%s'"
                                .formatted(article.id()));
        editorial.says(Samples.killed(article, "Withdrawn"));
        await().atMost(PATIENCE).until(() -> status(article.id()) == 410);
        awaitAnnounced(article, "1", "2", "2");
        rebuilding.sql(
                ("delete from edition_article where id = '%1$s'; insert into edition_article select"
                                + " * from jsonb_populate_record(null::edition_article, '%2$s')")
                        .formatted(article.id(), before.replace("'", "''")));
        assertThat(status(article.id())).isEqualTo(200);

        rebuild();
        assertThat(status(article.id())).isEqualTo(410);
        awaitAnnounced(article, "1", "2", "2", "2", "2");
    }

    @Test
    void whatIsWithheldStaysSoAndCanBeGivenBack() {
        var article = live(editorial, Samples.article("p01-reprint"));
        var withheld = at(article, article.revision() + 1);
        editorial.says(new ArticleWithheld(withheld, decision()));
        await().atMost(PATIENCE).until(() -> status(article.id()) == 404);
        rebuilding.lose(article.id());

        rebuild();
        assertThat(status(article.id())).isEqualTo(404);
        editorial.says(new ArticleReinstated(at(article, article.revision() + 2), decision()));
        await().atMost(PATIENCE).until(() -> status(article.id()) == 200);
    }

    @Test
    void anEmbargoHoldsWhateverAnEventSays() {
        var article =
                Samples.article(
                        "p01-reprint",
                        json ->
                                json.put("embargoedUntil", "2990-01-01T00:00:00Z")
                                        // by a clock that is wrong, it is over
                                        .put("updatedAt", "2999-01-01T00:00:00Z"));
        editorial.says(Samples.released(article));
        await().atMost(PATIENCE).until(() -> desk.row(article.id()) != null);
        rebuilding.lose(article.id());

        rebuild();
        assertThat(desk.row(article.id())).contains("EMBARGOED");
        assertThat(status(article.id())).isEqualTo(404);
        try (var published = new PublicTopic()) {
            assertThat(published.of(article.id())).isEmpty();
        }
    }

    @Test
    void anArticleThatNobodyWasShownLeavesNoHeadlineWhenItWasKilled() {
        var until = Instant.now().plusSeconds(2);
        var secret =
                Samples.article(
                        "p01-reprint",
                        json ->
                                json.put("embargoedUntil", until.toString())
                                        .put("headline", "Secret plans")
                                        .put("publishedAt", until.toString()));
        editorial.says(Samples.released(secret));
        editorial.says(Samples.killed(secret, "Never to be seen"));
        await().atMost(PATIENCE).until(() -> status(secret.id()) == 410);
        // by now readers would have seen it
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(until));
        rebuilding.lose(secret.id());

        rebuild();
        assertThat(RestAssured.get("/v1/articles/" + secret.id()).asString())
                .doesNotContain("Secret plans");
        assertThat(desk.row(secret.id())).contains("\"shown\": false");
    }

    @Test
    void pagesAreMadeAnewToo() {
        var key = "s" + Samples.id();
        editorial.arranges(
                new PageArranged(
                        PageArranged.SECTIONS + key,
                        1,
                        false,
                        new Section(key, "The sea", null, 0, null, true),
                        new Arrangement(30, List.of(), List.of()),
                        decision()));
        await().atMost(PATIENCE).until(() -> section(key) == 200);
        rebuilding.sql("delete from arranged_page");
        assertThat(section(key)).isEqualTo(404);
        rebuild();
        assertThat(section(key)).isEqualTo(200);
    }

    @Test
    void whatHappensMeanwhileIsServedAtOnceAndAfterTheSwitch() throws Exception {
        var lost = live(editorial, Samples.article("p01-reprint"));
        var killed = live(editorial, Samples.article("p02-round-up"));
        var withheld = live(editorial, Samples.article("p04-translation-chain"));
        rebuilding.lose(lost.id());
        var news = Samples.article("p03-wire-dateline");
        try (var reader = rebuilding.switchIsHeldUp()) {
            start(Map.of());
            await().atMost(PATIENCE).until(() -> rebuilding.staged(lost.id()));
            // the log has been read, and the old edition is served
            editorial.says(Samples.released(news));
            editorial.says(Topics.KILL, Samples.killed(killed, "Withdrawn"));
            editorial.says(new ArticleWithheld(at(withheld, withheld.revision() + 1), decision()));
            await().atMost(PATIENCE).until(() -> status(news.id()) == 200);
            await().atMost(PATIENCE).until(() -> status(killed.id()) == 410);
            await().atMost(PATIENCE).until(() -> status(withheld.id()) == 404);
            assertThat(status(lost.id())).isEqualTo(404);
            assertThat(latest().getString("state")).isEqualTo("running");
            assertThat(reader.isClosed()).isFalse();
        }
        awaitFinished();
        assertThat(status(lost.id())).isEqualTo(200);
        assertThat(status(news.id())).isEqualTo(200);
        assertThat(status(killed.id())).isEqualTo(410);
        assertThat(status(withheld.id())).isEqualTo(404);
        awaitAnnounced(news, "1");
    }

    @Test
    void whatTheLogDoesNotKnowStaysUnlessSomebodySaysOtherwise() {
        var stranger = desk.release(Samples.article("p01-reprint"));
        awaitAnnounced(stranger, "1");
        var kept = rebuild();
        assertThat(kept.getLong("counts.unknown")).isEqualTo(1);
        assertThat(kept.getList("problems.key")).contains(stranger.id().toString());
        assertThat(status(stranger.id())).isEqualTo(200);

        start(Map.of("removeUnknown", true));
        assertThat(awaitFinished().getLong("counts.removed")).isEqualTo(1);
        assertThat(status(stranger.id())).isEqualTo(404);
        try (var published = new PublicTopic()) {
            await().atMost(PATIENCE)
                    .until(() -> "withheld".equals(lastStatus(published, stranger)));
        }
    }

    @Test
    void whatCantBeReadIsNamedAndTheRestGoesOn() {
        var key = Samples.id().toString();
        editorial.send(Topics.LIFECYCLE, key, "galley.article.sung.v1", 1, "{}".getBytes(UTF_8));
        var after = live(editorial, Samples.article("p01-reprint"));
        rebuilding.lose(after.id());
        var finished = rebuild();
        assertThat(finished.getLong("problemCount")).isPositive();
        assertThat(finished.getList("problems.key")).contains(key);
        assertThat(finished.getList("problems.reason").toString())
                .contains("galley.article.sung.v1");
        assertThat(status(after.id())).isEqualTo(200);
    }

    private static String lastStatus(PublicTopic published, Article article) {
        var documents = published.of(article.id());
        return documents.isEmpty() ? null : documents.getLast().at("/pubStatus").asText();
    }

    private static Article at(Article article, long revision) {
        return Samples.changed(article, json -> json.put("revision", revision));
    }

    private static Decision decision() {
        return new Decision(Instant.parse(NOW), "staff:" + Samples.id(), null);
    }

    private static String headline(UUID id) {
        return RestAssured.get("/v1/articles/" + id).jsonPath().getString("headline");
    }

    private static String feed() {
        return RestAssured.get("/feeds/atom.xml").asString();
    }

    private static int section(String key) {
        return RestAssured.get("/v1/sections/" + key).statusCode();
    }

    private static List<String> listed(String path) {
        return RestAssured.get(path).jsonPath().getList("items.id");
    }
}
