package galley.publish.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import galley.events.Article;
import galley.publish.Editorial;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.ready.Changes;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rebuilds as an operator sees them, and what the edition has meanwhile. */
@ApplicationScoped
class Rebuilding {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AgroalDataSource database;
    private final Changes changes;

    Rebuilding(AgroalDataSource database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Releases an article, and waits until readers have it. */
    static Article live(Editorial editorial, Article article) {
        editorial.says(Samples.released(article));
        await().atMost(PATIENCE)
                .until(
                        () ->
                                status(article.id()) == 200
                                        && revision(article.id()) == article.revision());
        return article;
    }

    /** What a rebuild says when it is over. */
    static JsonPath rebuild() {
        start(Map.of());
        return awaitFinished();
    }

    /** Begins a rebuild. */
    static void start(Map<String, Object> body) {
        var started =
                admin().contentType(ContentType.JSON)
                        .body(body)
                        .post("/v1/rebuild")
                        .then()
                        .statusCode(202)
                        .extract();
        assertThat(started.header("Location")).endsWith("/v1/rebuild");
        assertThat(started.jsonPath().getString("state")).isEqualTo("running");
    }

    /** What the running rebuild says when it is over. */
    static JsonPath awaitFinished() {
        await().atMost(PATIENCE).until(() -> !latest().getString("state").equals("running"));
        var latest = latest();
        assertThat(latest.getString("state")).as(latest.prettify()).isEqualTo("finished");
        return latest;
    }

    /** What the latest rebuild says now. */
    static JsonPath latest() {
        return admin().get("/v1/rebuild").then().statusCode(200).extract().jsonPath();
    }

    /** Insists on the versions that other sites were told of. */
    static void awaitAnnounced(Article article, String... versions) {
        try (var published = new PublicTopic()) {
            await().atMost(PATIENCE)
                    .until(() -> published.recordsOf(article.id()).size() >= versions.length);
            assertThat(published.of(article.id()))
                    .extracting(document -> document.at("/version").asText())
                    .containsExactly(versions);
        }
    }

    /** The status by which readers get an article. */
    static int status(UUID id) {
        return RestAssured.get("/v1/articles/" + id).statusCode();
    }

    /** The revision of an article that readers get. */
    static long revision(UUID id) {
        return RestAssured.get("/v1/articles/" + id).jsonPath().getLong("revision");
    }

    static RequestSpecification admin() {
        return RestAssured.given().auth().oauth2(Tokens.of("admin", "ada"));
    }

    /** The edition forgets an article, as if it had never been. */
    void lose(UUID id) {
        sql(
                ("delete from edition_slug where article = '%1$s';"
                                + " delete from edition_article where id = '%1$s'")
                        .formatted(id));
    }

    /** As long as it is open, nobody gets the edition for himself, and everybody goes on. */
    Connection switchIsHeldUp() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement lock = connection.createStatement()) {
            lock.execute("lock table edition_slug in row share mode");
        }
        return connection;
    }

    /** Whether the new edition has an article already. */
    boolean staged(UUID id) {
        return text("select to_regclass('rebuild.edition_article')") != null
                && text("select id from rebuild.edition_article where id = '%s'".formatted(id))
                        != null;
    }

    /** Changes the database behind the service's back; it shows at once. */
    void sql(String statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(statements);
            changes.everything();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
