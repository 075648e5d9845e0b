package galley.publish.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.events.Article;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.testkit.GalleyServers;
import galley.testkit.Logged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

@TestServers
class EmbargoTest {
    @Inject Desk desk;
    @Inject Edition edition;
    @Inject EmbargoTimer timer;

    @BeforeEach
    void empty() {
        desk.clear();
    }

    @Test
    void nothingIsSeenBeforeItsTimeAndEverythingAfter() {
        var until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(4);
        var article = desk.release(embargoed(Samples.article("p01-reprint"), until));
        try (var topic = new PublicTopic()) {
            assertUnseen(article);
            assertThat(topic.of(article.id())).isEmpty();
            await().atMost(Duration.ofSeconds(20))
                    .pollInSameThread()
                    .until(() -> edition.find(article.id()).isPresent());
            assertThat(Instant.now()).isAfterOrEqualTo(until);
            var shown = edition.find(article.id()).orElseThrow();
            assertThat(shown.publishedAt()).isEqualTo(shown.article().publishedAt());
            RestAssured.get("/v1/articles/" + article.id()).then().statusCode(200);
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.of(article.id()).size() == 1);
            assertThat(topic.of(article.id()).getFirst().at("/pubStatus").asText())
                    .isEqualTo("usable");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldOnceAndWaitedFor() {
        var postgres = GalleyServers.shared().postgres();
        try (var edition = new Logged("galley.publish.edition");
                var scheduler = new Logged("io.quarkus.scheduler")) {
            postgres.kill();
            try {
                assertThatCode(timer::showWhatIsDue).doesNotThrowAnyException();
                timer.showWhatIsDue();
            } finally {
                postgres.start();
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> edition.lines(Level.INFO).size() >= 2);
            assertThat(edition.lines(Level.WARNING)).singleElement().asString().contains("wait");
            assertThat(scheduler.lines(Level.WARNING)).isEmpty();
        }
    }

    @Test
    void anEmbargoOnALaterVersionBindsTheEarlierOneToo() {
        var first = desk.release(Samples.article("p01-reprint"));
        var until = Instant.now().plusSeconds(3600);
        desk.release(embargoed(Samples.next(first, _ -> {}), until));
        assertUnseen(first);
        try (var topic = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> topic.of(first.id()).size() == 2);
            var withheld = topic.of(first.id()).getLast();
            assertThat(withheld.at("/pubStatus").asText()).isEqualTo("withheld");
            assertThat(withheld.has("bodies")).isFalse();
        }
    }

    @Test
    void aNewVersionWithoutTheEmbargoIsLiveAtOnce() {
        var article = Samples.article("p01-reprint");
        desk.release(embargoed(article, Instant.now().plusSeconds(3600)));
        desk.release(Samples.next(article, _ -> {}));
        assertThat(edition.find(article.id()).orElseThrow().state()).isEqualTo(State.LIVE);
    }

    @Test
    void anEmbargoThatHasEndedHoldsNothingBack() {
        var article = embargoed(Samples.article("p01-reprint"), Instant.now().minusSeconds(1));
        desk.release(article);
        assertThat(edition.find(article.id()).orElseThrow().state()).isEqualTo(State.LIVE);
    }

    @Test
    void aKillBeforeTheTimeTellsNotEvenTheHeadline() {
        var article = embargoed(Samples.article("p01-reprint"), Instant.now().plusSeconds(3600));
        desk.release(article);
        desk.kill(article, "Withdrawn before it was out");
        var body = RestAssured.get("/v1/articles/" + article.id()).then().statusCode(410);
        assertThat(body.extract().asString())
                .contains("Withdrawn before it was out")
                .doesNotContain(article.headline());
        try (var topic = new PublicTopic()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !topic.of(article.id()).isEmpty());
            var canceled = topic.of(article.id()).getLast();
            assertThat(canceled.at("/pubStatus").asText()).isEqualTo("canceled");
            assertThat(canceled.has("headlines")).isFalse();
            assertThat(canceled.has("altIds")).isFalse();
        }
    }

    private static Article embargoed(Article article, Instant until) {
        return Samples.changed(
                article,
                json ->
                        json.put("embargoedUntil", until.toString())
                                .put("publishedAt", until.toString()));
    }

    private static void assertUnseen(Article article) {
        RestAssured.get("/v1/articles/" + article.id()).then().statusCode(404);
        RestAssured.get("/v1/articles/" + article.slug()).then().statusCode(404);
        RestAssured.get("/articles/" + article.slug()).then().statusCode(404);
        for (var path :
                new String[] {
                    "/", "/v1/articles", "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"
                }) {
            assertThat(RestAssured.get(path).asString())
                    .as(path)
                    .doesNotContain(article.headline())
                    .doesNotContain(article.slug());
        }
    }
}
