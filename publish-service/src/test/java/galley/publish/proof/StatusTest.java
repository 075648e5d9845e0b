package galley.publish.proof;

import java.time.Instant;
import java.util.Locale;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Whoever holds a copy can ask whether it still stands. */
@TestServers
class StatusTest {
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @Inject Desk desk;

    @Test
    void whatIsLiveStands() {
        var article = desk.release(Samples.article("p01-reprint"));
        var status =
                status(article, "")
                        .statusCode(200)
                        .body("id", equalTo(article.id().toString()))
                        .body("version", equalTo(1))
                        .body("revision", equalTo(4))
                        .body("status", equalTo("usable"))
                        .body("at", equalTo("2026-05-20T10:00:00Z"))
                        .body("copy", nullValue())
                        .header("Cache-Control", "public, no-cache")
                        .extract()
                        .jsonPath();
        var statement = Verifier.statement(status.getString("signature"));
        assertThat(statement.at("/status").asText()).isEqualTo("usable");
        assertThat(statement.at("/sha256/article").asText())
                .isEqualTo(status.getString("sha256.article"));
    }

    @Test
    void aCopyIsCurrentUntilAnotherVersionIsOut() {
        var first = desk.release(Samples.article("p01-reprint"));
        var json = sha256(first, "application/json");
        var ninjs = sha256(first, "application/vnd.iptc.ninjs+json");
        for (var copy : new String[] {"version=1", "sha256=" + json, "sha256=" + ninjs}) {
            status(first, copy).body("copy", equalTo("current"));
        }
        desk.release(Samples.next(first, it -> it.put("headline", "Corrected")));
        for (var copy :
                new String[] {
                    "version=1", "sha256=" + json, "sha256=" + ninjs, "version=1&sha256=" + json
                }) {
            status(first, copy).body("copy", equalTo("outdated")).body("version", equalTo(2));
        }
        status(first, "version=2").body("copy", equalTo("current"));
        status(first, "sha256=" + sha256(first, "application/json").toUpperCase(Locale.ROOT))
                .body("copy", equalTo("current"));
    }

    @Test
    void versionsAreComparedAsNumbers() {
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint", it -> it.put("version", 10).put("revision", 40)));
        status(article, "version=9").body("copy", equalTo("outdated"));
        status(article, "version=10").body("copy", equalTo("current"));
        status(article, "version=11").body("copy", equalTo("unknown"));
    }

    @Test
    void whatWasNeverPublishedIsUnknown() {
        var article = desk.release(Samples.article("p01-reprint"));
        var other = desk.release(Samples.article("p02-round-up"));
        status(article, "version=7").body("copy", equalTo("unknown"));
        status(article, "sha256=" + "0".repeat(64)).body("copy", equalTo("unknown"));
        status(article, "sha256=" + sha256(other, "application/json"))
                .body("copy", equalTo("unknown"));
        status(article, "version=2&sha256=" + sha256(article, "application/json"))
                .body("copy", equalTo("unknown"));
    }

    @Test
    void copiesOfWhatWasWithdrawnAreToBeDropped() {
        var article = desk.release(Samples.article("p01-reprint"));
        var json = sha256(article, "application/json");
        desk.kill(article, "Withdrawn: not true");
        for (var copy : new String[] {"version=1", "sha256=" + json}) {
            status(article, copy)
                    .statusCode(200)
                    .body("status", equalTo("canceled"))
                    .body("version", equalTo(2))
                    .body("note", equalTo("Withdrawn: not true"))
                    .body("copy", equalTo("withdrawn"));
        }
        status(article, "sha256=" + "0".repeat(64)).body("copy", equalTo("unknown"));
    }

    @Test
    void copiesOfWhatIsWithheldAreNotToBeShownForNow() {
        var article = desk.release(Samples.article("p01-reprint"));
        var json = sha256(article, "application/json");
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        status(article, "sha256=" + json)
                .body("status", equalTo("withheld"))
                .body("at", equalTo("2026-05-21T09:00:00Z"))
                .body("copy", equalTo("withheld"));
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        status(article, "sha256=" + json).body("copy", equalTo("current"));
    }

    @Test
    void underEmbargoThereIsNothingToTell() {
        var until = Instant.now().plusSeconds(3600).toString();
        var article =
                desk.release(
                        Samples.article(
                                "p01-reprint",
                                it -> it.put("embargoedUntil", until).put("publishedAt", until)));
        var secret = status(article, "").statusCode(404).extract().asString();
        var nothing = status(Samples.article("p01-reprint"), "").statusCode(404);
        assertThat(secret.replaceAll("[0-9a-f-]{36}|\"traceId\":\"[^\"]*\"", ""))
                .isEqualTo(
                        nothing.extract()
                                .asString()
                                .replaceAll("[0-9a-f-]{36}|\"traceId\":\"[^\"]*\"", ""));
    }

    @Test
    void anEmbargoOnALaterVersionKeepsTheCopyFromReaders() {
        var first = desk.release(Samples.article("p01-reprint"));
        var until = Instant.now().plusSeconds(3600).toString();
        desk.release(
                Samples.next(
                        first, it -> it.put("embargoedUntil", until).put("headline", "Not yet")));
        status(first, "version=1")
                .body("status", equalTo("withheld"))
                .body("copy", equalTo("withheld"))
                .body(not(containsString("Not yet")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version=0", "version=-1", "version=1.0", "version=x", "sha256=12"})
    void aCopyThatIsDescribedWronglyIsRefused(String copy) {
        var article = desk.release(Samples.article("p01-reprint"));
        status(article, copy).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whatIsNoIdIsNotThere() {
        RestAssured.get("/v1/articles/no-id/status").then().statusCode(404);
    }

    private static ValidatableResponse status(Article article, String copy) {
        var query = copy.isEmpty() ? "" : "?" + copy;
        return RestAssured.get("/v1/articles/" + article.id() + "/status" + query).then();
    }

    private static String sha256(Article article, String accept) {
        return Verifier.sha256(
                RestAssured.given()
                        .header("Accept", accept)
                        .header("Accept-Encoding", "identity")
                        .get("/v1/articles/" + article.id())
                        .asByteArray());
    }
}
