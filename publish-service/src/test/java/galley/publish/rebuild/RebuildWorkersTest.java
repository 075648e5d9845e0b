package galley.publish.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import galley.publish.Editorial;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.Tokens;

import static galley.publish.rebuild.Rebuilding.PATIENCE;
import static galley.publish.rebuild.Rebuilding.admin;
import static galley.publish.rebuild.Rebuilding.awaitFinished;
import static galley.publish.rebuild.Rebuilding.latest;
import static galley.publish.rebuild.Rebuilding.live;
import static galley.publish.rebuild.Rebuilding.rebuild;
import static galley.publish.rebuild.Rebuilding.start;
import static galley.publish.rebuild.Rebuilding.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A rebuild is begun by an admin, and worked on by one process after another, never by two. */
@TestServers
class RebuildWorkersTest {
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
    void oneRunsAtATimeAndCanBeGivenUp() throws Exception {
        var lost = live(editorial, Samples.article("p01-reprint"));
        rebuilding.lose(lost.id());
        try (var reader = rebuilding.switchIsHeldUp()) {
            start(Map.of());
            admin().post("/v1/rebuild").then().statusCode(409);
            await().atMost(PATIENCE).until(() -> rebuilding.staged(lost.id()));
            assertThat(reader.isClosed()).isFalse();
            var canceled = admin().post("/v1/rebuild/cancel").then().statusCode(200);
            assertThat(canceled.extract().jsonPath().getString("state")).isEqualTo("canceled");
            assertThat(rebuilding.text("select to_regclass('rebuild.edition_article')")).isNull();
        }
        admin().post("/v1/rebuild/cancel").then().statusCode(409);
        assertThat(status(lost.id())).isEqualTo(404);
        rebuild();
        assertThat(status(lost.id())).isEqualTo(200);
    }

    @Test
    void anotherProcessGoesOnWhereOneDied() throws Exception {
        var lost = live(editorial, Samples.article("p01-reprint"));
        rebuilding.lose(lost.id());
        long read;
        try (var reader = rebuilding.switchIsHeldUp()) {
            start(Map.of());
            await().atMost(PATIENCE).until(() -> rebuilding.staged(lost.id()));
            read =
                    await().atMost(PATIENCE)
                            .until(() -> latest().getLong("position.read"), it -> it > 0);
            // somebody else has taken it over, and what this process does counts no more
            rebuilding.sql(
                    ("update edition_rebuild set holder = '%s', held_until = now() + interval '1"
                                    + " day' where state = 'RUNNING'")
                            .formatted(UUID.randomUUID()));
            assertThat(reader.isClosed()).isFalse();
        }
        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .until(() -> latest().getString("state").equals("running"));
        // and dies in the middle
        rebuilding.sql("update edition_rebuild set held_until = now() where state = 'RUNNING'");
        awaitFinished();
        assertThat(status(lost.id())).isEqualTo(200);
        // what had been read was not read again
        assertThat(latest().getLong("position.read")).isLessThan(2 * read);
    }

    @Test
    void aTableThatWasChangedMeanwhileIsMadeAnew() throws Exception {
        var lost = live(editorial, Samples.article("p01-reprint"));
        rebuilding.lose(lost.id());
        try (var reader = rebuilding.switchIsHeldUp()) {
            start(Map.of());
            await().atMost(PATIENCE).until(() -> rebuilding.staged(lost.id()));
            rebuilding.sql(
                    "update edition_rebuild set holder = null, held_until = now() + interval '1"
                            + " day'");
            assertThat(reader.isClosed()).isFalse();
        }
        rebuilding.sql(
                "alter table edition_article add column shelf text generated always as"
                        + " ('shelf of ' || slug) stored");
        try {
            rebuilding.sql("update edition_rebuild set held_until = now() where state = 'RUNNING'");
            awaitFinished();
            assertThat(status(lost.id())).isEqualTo(200);
            assertThat(
                            rebuilding.text(
                                    "select shelf from edition_article where id = '%s'"
                                            .formatted(lost.id())))
                    .isEqualTo("shelf of " + lost.slug());
        } finally {
            rebuilding.sql("alter table edition_article drop column shelf");
        }
    }

    @Test
    void aBodyThatSaysNothingIsRefused() {
        admin().contentType(ContentType.JSON)
                .body("{\"removeUnknown\": \"perhaps\"}")
                .post("/v1/rebuild")
                .then()
                .statusCode(400);
    }

    @Test
    void onlyAnAdminRebuilds() {
        for (var role : List.of("writer", "editor", "publisher", "subscriber")) {
            var token = Tokens.of(role, role);
            RestAssured.given().auth().oauth2(token).get("/v1/rebuild").then().statusCode(403);
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/v1/rebuild")
                    .then()
                    .statusCode(403);
        }
    }
}
