package galley.publish.edition;

import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What editorial keeps from readers for a while. */
@TestServers
class WithheldTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;
    @Inject Edition edition;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void readersGetNothingUntilItIsReinstated() {
        var article = desk.release(Samples.article("p01-reprint"));
        var draft = Samples.next(article, json -> json.put("headline", "Half a correction"));
        desk.apply(new ArticleWithheld(draft, DECISION));
        get(article).statusCode(404);
        assertThat(RestAssured.get("/feeds/rss.xml").asString()).doesNotContain(article.headline());

        desk.apply(new ArticleReinstated(Samples.next(draft, _ -> {}), DECISION));
        assertThat(get(article).statusCode(200).extract().jsonPath().getString("headline"))
                .isEqualTo(article.headline());
    }

    @Test
    void theWorldIsToldBoth() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        try (var topic = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.of(article.id()).size() == 3);
            assertThat(topic.of(article.id()))
                    .extracting(document -> document.path("pubStatus").asText())
                    .containsExactly("usable", "withheld", "usable");
            assertThat(topic.of(article.id()).get(1).has("bodies")).isFalse();
        }
    }

    @Test
    void aVersionThatIsReleasedMeanwhileWaitsToo() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        var second =
                desk.release(
                        Samples.next(
                                withheld,
                                json ->
                                        json.put("publication", "withheld")
                                                .put("headline", "Corrected")));
        get(article).statusCode(404);
        desk.apply(new ArticleReinstated(Samples.next(second, _ -> {}), DECISION));
        assertThat(get(article).statusCode(200).extract().jsonPath().getString("headline"))
                .isEqualTo("Corrected");
    }

    @Test
    void anEmbargoIsKeptBehindIt() {
        var until = Instant.now().plusSeconds(3600).toString();
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                json ->
                                        json.put("embargoedUntil", until)
                                                .put("publishedAt", until)));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        get(article).statusCode(404);
    }

    @Test
    void whatComesAgainOrTooLateChangesNothing() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = new ArticleWithheld(Samples.next(article, _ -> {}), DECISION);
        desk.apply(withheld);
        desk.apply(new ArticleReinstated(Samples.next(withheld.article(), _ -> {}), DECISION));
        var row = desk.row(article.id());
        desk.apply(withheld);
        assertThat(desk.row(article.id())).isEqualTo(row);
    }

    @Test
    void whatHasNotArrivedIsNoneOfTheWithheld() {
        var article = Samples.article("p01-reprint");
        var event = new ArticleWithheld(article, DECISION);
        assertThatThrownBy(() -> desk.apply(event)).hasMessageContaining("no released version");
    }

    @Test
    void aKillOfWhatIsWithheldLeavesItsNotice() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        desk.kill(Samples.next(withheld, _ -> {}), "Not true");
        get(article).statusCode(410);
    }

    private static ValidatableResponse get(Article article) {
        return RestAssured.get("/v1/articles/" + article.id()).then();
    }
}
