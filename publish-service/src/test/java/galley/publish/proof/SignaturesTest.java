package galley.publish.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import galley.events.Article;
import galley.events.ArticleReinstated;
import galley.events.ArticleWithheld;
import galley.events.Decision;
import galley.publish.PublicTopic;
import galley.publish.Samples;
import galley.publish.TestServers;
import galley.publish.edition.Desk;
import galley.testkit.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Anyone can check who published what, with public keys and standards alone. */
@TestServers
class SignaturesTest {
    private static final String JSON = "application/json";
    private static final String NINJS = "application/vnd.iptc.ninjs+json";
    private static final Decision DECISION =
            new Decision(Instant.parse("2026-05-21T09:00:00Z"), "staff:7", null);

    @SuppressWarnings("unused") // names the cases
    static final List<String> SAMPLES = Samples.ALL;

    @Inject Desk desk;
    @Inject Session session;

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void theSignatureFitsTheDocumentInEveryForm(String sample) {
        var article = desk.release(Samples.article(sample));
        var json = get(article, JSON);
        var ninjs = get(article, NINJS);
        var statement = Verifier.statement(signature(json));
        assertThat(statement.at("/sha256/article").asText())
                .isEqualTo(Verifier.sha256(json.asByteArray()));
        assertThat(statement.at("/sha256/ninjs").asText())
                .isEqualTo(Verifier.sha256(ninjs.asByteArray()));
        assertThat(statement.at("/iss").asText()).isEqualTo("https://harbour-letter.example");
        assertThat(statement.at("/sub").asText()).isEqualTo("urn:uuid:" + article.id());
        assertThat(statement.at("/version").asInt()).isEqualTo(1);
        assertThat(statement.at("/revision").asInt()).isEqualTo(4);
        assertThat(statement.at("/status").asText()).isEqualTo("usable");
        assertThat(statement.at("/at").asText()).isEqualTo("2026-05-20T10:00:00Z");
    }

    @Test
    void aVersionHasTheSameSignatureAtEveryDoor() {
        var article = desk.release(Samples.article("p02-round-up"));
        var signature = signature(get(article, JSON));
        assertThat(signature(get(article, NINJS))).isEqualTo(signature);
        assertThat(signature(RestAssured.head("/v1/articles/" + article.slug())))
                .isEqualTo(signature);
        assertThat(status(article, "signature")).isEqualTo(signature);
        var told = told(article, 1).getFirst();
        assertThat(PublicTopic.header(told, "ce_signature")).isEqualTo(signature);
        assertThat(Verifier.statement(signature).at("/sha256/ninjs").asText())
                .isEqualTo(Verifier.sha256(told.value()));
    }

    @Test
    void aWordThatWasChangedOnTheWayShows() {
        var article = desk.release(Samples.article("p01-reprint"));
        var json = get(article, JSON);
        var changed = json.asString().replaceFirst("ferry", "fairy");
        assertThat(changed).isNotEqualTo(json.asString());
        assertThat(Verifier.statement(signature(json)).at("/sha256/article").asText())
                .isNotEqualTo(Verifier.sha256(changed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aWithdrawalIsSignedToo() {
        var article = desk.release(Samples.article("p01-reprint"));
        desk.kill(article, "Withdrawn: not true");
        var gone = get(article, JSON);
        gone.then().statusCode(410);
        var signature = gone.jsonPath().getString("signature");
        var statement = Verifier.statement(signature);
        assertThat(statement.at("/status").asText()).isEqualTo("canceled");
        assertThat(statement.at("/version").asInt()).isEqualTo(2);
        var told = told(article, 3);
        assertThat(told.subList(1, 3))
                .allSatisfy(
                        record -> {
                            assertThat(PublicTopic.header(record, "ce_signature"))
                                    .isEqualTo(signature);
                            assertThat(statement.at("/sha256/ninjs").asText())
                                    .isEqualTo(Verifier.sha256(record.value()));
                        });
    }

    @Test
    void whatIsKeptFromReadersAndGivenBackIsSignedEachTime() {
        var article = desk.release(Samples.article("p01-reprint"));
        var withheld = Samples.next(article, _ -> {});
        desk.apply(new ArticleWithheld(withheld, DECISION));
        desk.apply(new ArticleReinstated(Samples.next(withheld, _ -> {}), DECISION));
        var told = told(article, 3);
        assertThat(told)
                .extracting(record -> statement(record).at("/status").asText())
                .containsExactly("usable", "withheld", "usable");
        assertThat(told)
                .extracting(record -> statement(record).at("/version").asInt())
                .containsExactly(1, 1, 1);
        assertThat(told)
                .allSatisfy(
                        record ->
                                assertThat(statement(record).at("/sha256/ninjs").asText())
                                        .isEqualTo(Verifier.sha256(record.value())));
        assertThat(signature(get(article, JSON)))
                .isEqualTo(PublicTopic.header(told.getLast(), "ce_signature"));
    }

    @Test
    void whatWasPublishedBeforeThereWereSignaturesGetsThemWhenAsked() {
        var live = desk.release(Samples.article("p01-reprint"));
        var killed = desk.release(Samples.article("p02-round-up"));
        desk.kill(killed, "Withdrawn");
        forgetSignatures(live);
        forgetSignatures(killed);
        var json = get(live, JSON);
        assertThat(Verifier.statement(signature(json)).at("/sha256/article").asText())
                .isEqualTo(Verifier.sha256(json.asByteArray()));
        assertThat(signature(get(live, NINJS))).isEqualTo(signature(json));
        var statement = Verifier.statement(get(killed, JSON).jsonPath().getString("signature"));
        assertThat(statement.at("/status").asText()).isEqualTo("canceled");
    }

    @Test
    void aDocumentThatChangesWithoutANewVersionHasASignatureThatFits() {
        var first = Samples.article("p01-reprint");
        var second =
                desk.release(Samples.next(first, json -> json.put("slug", "late-" + first.id())));
        var before = signature(get(second, NINJS));
        desk.release(first); // too late, but its address leads to the article from now on
        var ninjs = get(second, NINJS);
        assertThat(ninjs.asString()).contains(first.slug());
        assertThat(signature(ninjs)).isNotEqualTo(before);
        assertThat(Verifier.statement(signature(ninjs)).at("/sha256/ninjs").asText())
                .isEqualTo(Verifier.sha256(ninjs.asByteArray()));
        assertThat(Verifier.statement(before).at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void aNewKeySignsWhatComesAndTheOldOneStillProvesWhatItSigned() {
        var article = desk.release(Samples.article("p01-reprint"));
        var before = signature(get(article, JSON));
        var rotated = rotate("admin");
        rotated.then().statusCode(200);
        assertThat(rotated.asString()).doesNotContain("\"d\"");
        var kid = rotated.jsonPath().getString("kid");
        assertThat(signature(get(article, JSON))).isEqualTo(before);
        Verifier.statement(before);
        var next = desk.release(Samples.next(article, _ -> {}));
        var after = signature(get(next, JSON));
        Verifier.statement(after);
        assertThat(Verifier.kid(after)).isEqualTo(kid).isNotEqualTo(Verifier.kid(before));
    }

    @Test
    void anEditionThatIsMadeAgainHasTheSignaturesThatItHad() {
        var article = desk.release(Samples.article("p01-reprint"));
        var before = signature(get(article, JSON));
        desk.clear();
        rotate("admin").then().statusCode(200);
        desk.release(article);
        assertThat(signature(get(article, JSON))).isEqualTo(before);
    }

    @Test
    void onlyAnAdminRotatesKeys() {
        var before = Verifier.keys().getKeys();
        rotate("publisher").then().statusCode(403);
        assertThat(RestAssured.post("/v1/signing-keys/rotate").statusCode()).isEqualTo(401);
        assertThat(Verifier.keys().getKeys()).isEqualTo(before);
    }

    @Test
    void theKeysArePublicOnlyAndMayBeCached() {
        var answer = RestAssured.get("/.well-known/jwks.json");
        answer.then().statusCode(200).header("Cache-Control", "public, max-age=300");
        assertThat(answer.contentType()).startsWith("application/jwk-set+json");
        var keys = Verifier.keys().getKeys();
        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(
                        key -> {
                            assertThat(key.isPrivate()).isFalse();
                            assertThat(key.getKeyID())
                                    .isEqualTo(key.computeThumbprint().toString());
                        });
        RestAssured.given().accept(JSON).get("/.well-known/jwks.json").then().statusCode(200);
    }

    private static Response rotate(String role) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(role, "somebody"))
                .post("/v1/signing-keys/rotate");
    }

    private static JsonNode statement(ConsumerRecord<String, byte[]> record) {
        return Verifier.statement(PublicTopic.header(record, "ce_signature"));
    }

    /** What went out about an article, once it is so much. */
    private static List<ConsumerRecord<String, byte[]>> told(Article article, int count) {
        try (var topic = new PublicTopic()) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> topic.recordsOf(article.id()), records -> records.size() == count);
        }
    }

    private void forgetSignatures(Article article) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                session.createNativeMutationQuery(
                                                "delete from statement where article = :id")
                                        .setParameter("id", article.id())
                                        .executeUpdate());
    }

    private static String status(Article article, String member) {
        return RestAssured.get("/v1/articles/" + article.id() + "/status")
                .jsonPath()
                .getString(member);
    }

    private static String signature(Response answer) {
        return answer.header("Galley-Signature");
    }

    private static Response get(Article article, String accept) {
        return RestAssured.given()
                .header("Accept", accept)
                .header("Accept-Encoding", "identity")
                .get("/v1/articles/" + article.id());
    }
}
